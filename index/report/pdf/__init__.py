"""PDF files and pictures of pages to blocks."""

"""The Telegram front end: it sees questions and answers, and nothing of how they are found."""

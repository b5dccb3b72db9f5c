"""The wordings of concepts, by what they are about; `concepts.py` joins them."""

"""All that the bot says, as tables: the sentences in each language, and what words mean."""

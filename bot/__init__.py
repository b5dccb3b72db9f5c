"""Questions in; answers out: the command line, Telegram, understanding and answering."""

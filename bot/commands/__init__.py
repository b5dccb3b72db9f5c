"""The commands of `nianbao`: thin, over functions that return."""

"""What a site's robots.txt lets a program read, as RFC 9309 says; pure.

The standard library's parser takes the first rule that fits instead of the longest, and knows
no wildcards in paths.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes


@dataclass(frozen=True, slots=True)
class Rule:
    """A path, or a pattern of paths with `*` and `$`, that may or may not be read."""

    path: str
    is_allowed: bool

    def fits(self, path: str) -> bool:
        """Whether a path falls under it."""
        pattern = ".*".join(map(re.escape, self.path.removesuffix("$").split("*")))
        return re.match(pattern + ("$" if self.path.endswith("$") else ""), path) is not None


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of a site for one program, and the pause that it asks for between reads."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path (with its query) may be read: the longest rule decides."""
        path = _one_spelling(path)
        fitting = [rule for rule in self.rules if rule.fits(path)]
        # Of rules of the same length the one that allows counts.
        longest = max(fitting, key=lambda rule: (len(rule.path), rule.is_allowed), default=None)
        return longest is None or longest.is_allowed


def robots_from(text: str, program: str) -> Robots:
    """The rules for a program, or else those for all, in a robots.txt."""
    groups: dict[str, list[tuple[str, str]]] = {}
    current: list[str] = []
    is_naming = False
    for key, value in _lines(text):
        if key == "user-agent":
            current = [*current, value.lower()] if is_naming else [value.lower()]
            groups.setdefault(value.lower(), [])
            is_naming = True
        elif key in ("allow", "disallow", "crawl-delay"):
            is_naming = False
            for name in current:
                groups[name].append((key, value))
    lines = groups.get(program.lower(), groups.get("*", []))
    rules = (
        Rule(_one_spelling(value), key == "allow")
        for key, value in lines
        if key != "crawl-delay" and value
    )
    return Robots(tuple(rules), _delay(lines))


def _lines(text: str) -> list[tuple[str, str]]:
    stripped = (line.partition("#")[0] for line in text.lstrip("\ufeff").splitlines())
    parted = (line.partition(":") for line in stripped)
    return [(key.strip().lower(), value.strip()) for key, colon, value in parted if colon]


def _delay(lines: list[tuple[str, str]]) -> float:
    asked = [value for key, value in lines if key == "crawl-delay"]
    numbers = [float(value) for value in asked if re.fullmatch(r"\d{1,6}(\.\d+)?", value)]
    return max(numbers, default=0.0)


def _one_spelling(path: str) -> str:
    """The path with only what must be escaped escaped, so that spellings compare."""
    return quote(unquote_to_bytes(path), safe="/:?&=@!$*'(),;+~.-_%[]")

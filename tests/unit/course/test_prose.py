"""Markdown as messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailab.office.course.prose import kept_parts, messages, pieces, translate_markdown

PAGE = """# Two baskets

First line
goes on here.

- one `x`
  and more
- two

1. first
2. second

> A quote
> over two lines.

| item | price |
|------|-------|
| mint | 3 |

```python
print("no message")
```

$$
x = 1
$$

<details>
<summary>A question?</summary>

The answer.

</details>
"""


def test_blocks_are_messages_and_code_is_not() -> None:
    assert list(messages(PAGE)) == [
        "Two baskets",
        "First line goes on here.",
        "one `x` and more",
        "two",
        "first",
        "second",
        "A quote over two lines.",
        "| item | price |",
        "| mint | 3 |",
        "A question?",
        "The answer.",
    ]


def test_translation_keeps_the_shape() -> None:
    shouted = translate_markdown(PAGE, str.upper)

    assert "# TWO BASKETS" in shouted
    assert "- ONE `X` AND MORE\n- TWO\n" in shouted
    assert "> A QUOTE OVER TWO LINES." in shouted
    assert 'print("no message")' in shouted
    assert "<summary>A QUESTION?</summary>" in shouted
    assert "|------|-------|" in shouted


@given(st.text(alphabet="ab #->|`$\n<.1", max_size=80))
def test_no_text_gets_lost(markdown: str) -> None:
    joined = "\n".join(piece.prefix + piece.message + piece.suffix for piece in pieces(markdown))

    assert "".join(joined.split()).replace(">", "") == "".join(markdown.split()).replace(">", "")


@given(st.text(alphabet="ab #->|`$\n<.1", max_size=80))
def test_translating_to_itself_twice_changes_nothing_more(markdown: str) -> None:
    once = translate_markdown(markdown, lambda message: message)

    assert translate_markdown(once, lambda message: message) == once


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("Use `get` for $x^2$.", ["$x^2$", "`get`"]),
        ("See [here](a/b.html) at {{city}}: {given}", ["(a/b.html)", "{given}", "{{city}}"]),
        ("It costs 5 $ and 6 $ more", []),
        ("<b>bold</b>", ["</b>", "<b>"]),
    ],
)
def test_parts_a_translation_must_keep(message: str, parts: list[str]) -> None:
    assert sorted(kept_parts(message)) == parts

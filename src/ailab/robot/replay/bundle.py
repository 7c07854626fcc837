"""What a notebook shows of a run: markup that sanitizers leave alone, and plain text.

A picture inside an `img` may play but never run anything, so it is shown in notebooks that nobody has
trusted yet, in pages of nbconvert and in feedback.
"""

from base64 import b64encode
from html import escape
from typing import Any

from ailab.lang import Language
from ailab.robot.replay.picture import draw
from ailab.robot.replay.twin import full_text
from ailab.robot.replay.words import result_sentences, title, way_sentence
from ailab.robot.trace import Outcome, Trace


def mimebundle(trace: Trace, outcome: Outcome, language: Language) -> dict[str, Any]:
    """Return picture and words as HTML, and their twin as plain text."""
    return {"text/html": markup(trace, outcome, language), "text/plain": full_text(trace, outcome, language)}


def markup(trace: Trace, outcome: Outcome, language: Language) -> str:
    """Return picture and words; who cannot see the picture hears where the robot went."""
    picture = b64encode(draw(trace, language, animate=True).encode()).decode()
    seen = escape(f"{title(trace.world, language)}. {way_sentence(trace, language)}")
    told = "<br>".join(escape(sentence) for sentence in result_sentences(trace, outcome, language))
    direction = "rtl" if language == "ar" else "ltr"
    return (
        f'<div class="ailab-replay" dir="{direction}" lang="{language}" style="text-align:start;line-height:1.7">'
        f'<img alt="{seen}" src="data:image/svg+xml;base64,{picture}">'
        f'<p style="margin:.3em 0">{told}</p></div>'
    )

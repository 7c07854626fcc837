"""Facts and a policy into a decision with reasons, and an eligible decision into a certificate.

    Facts ─┐
           ├─ decide ─▶ Decision ─┬─ explain ─▶ lines in the learner's language
    Policy ┘                      └─ certificate_for ─▶ Certificate ─ render_pdf ─▶ PDF

Knows rules, numbers and the page. Leaves to others where facts come from, who signs, and who hands the paper out.
"""

from ailab.office.certificates.certificate import Achievement, Certificate, Credential, Issuer, Line, certificate_for
from ailab.office.certificates.decide import decide
from ailab.office.certificates.decision import Cause, Decision, Finding
from ailab.office.certificates.errors import FactsInvalid, NameUnprintable, NotAwarded, PolicyInvalid
from ailab.office.certificates.explain import explain
from ailab.office.certificates.facts import Block, Facts, LearnerId, Meeting, Presence, Score, Waiver, Work
from ailab.office.certificates.name import printable_name
from ailab.office.certificates.pdf import render_pdf
from ailab.office.certificates.policy import Policy, parse_policy, read_policy

__all__ = [
    "Achievement",
    "Block",
    "Cause",
    "Certificate",
    "Credential",
    "Decision",
    "Facts",
    "FactsInvalid",
    "Finding",
    "Issuer",
    "LearnerId",
    "Line",
    "Meeting",
    "NameUnprintable",
    "NotAwarded",
    "Policy",
    "PolicyInvalid",
    "Presence",
    "Score",
    "Waiver",
    "Work",
    "certificate_for",
    "decide",
    "explain",
    "parse_policy",
    "printable_name",
    "read_policy",
    "render_pdf",
]

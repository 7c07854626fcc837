"""The bank of comments: read, changed, added to, taken from; the whole centre shares it."""

from ailab.lang import LANGUAGES, Language
from ailab.office.centre.marking import add_comment, change_comment, fill_bank, take_comment_away
from ailab.office.centre.marking.comments import every_comment
from ailab.office.centre.outline import outline_of
from ailab.office.desk.draw import NAMES
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer

_LONGEST = 2000


class BankPage(DeskPage):
    """All comments, by exercise."""

    def look(self, *parts: str) -> Answer:
        """Show them, each in its own form."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            fill_bank(session, now=self.site.stamp())
            bank = every_comment(session)
        titles = outline_of(self.centre).titles(self.language)
        exercises = list(dict.fromkeys(each.exercise for each in bank))
        return self.show(
            "marking_bank.html",
            group=group,
            blocks=[(each, titles.get(each, each), [one for one in bank if one.exercise == each]) for each in exercises],
            tongues=[(each, NAMES[each]) for each in ("ar", "fr", "en")],
            known=[(each, titles.get(each, each)) for each in exercises if each],
        )

    def act(self, *parts: str) -> Answer:
        """Change, add or take away one."""
        (slug,) = parts
        words: dict[Language, str] = {language: self.field(f"words-{language}", _LONGEST) for language in LANGUAGES}
        number = self.field("number")
        facts = {"by": self.trainer.id, "now": self.site.stamp()}
        with self.session() as session:
            self.group(session, slug)
            if self.field("do") == "take_away":
                take_comment_away(session, int(number) if number.isdecimal() else 0)
                return self.go(
                    f"class/{slug}/marking/comments/", self.say("The comment is no longer in the bank. What learners were told stays.")
                )
            if number.isdecimal():
                change_comment(session, int(number), words=words, say=self.say, **facts)
            else:
                known = {each.exercise for each in every_comment(session)}
                exercise = self.field("exercise") if self.field("exercise") in known else ""
                add_comment(session, exercise=exercise, words=words, say=self.say, **facts)
        return self.go(f"class/{slug}/marking/comments/", self.say("Saved."))

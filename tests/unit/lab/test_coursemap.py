"""The course map, as it is and as a class has it."""

from pathlib import Path

from ailab.office.lab.coursemap import of_class, read_map


def test_a_class_sees_the_modules_it_does_and_a_class_of_nothing_known_sees_all(build: Path) -> None:
    course = read_map(build)
    slugs = [module.slug for module in course.modules]

    assert [module.slug for module in of_class(course, tracks=(), modules=slugs[:1]).modules] == slugs[:1]
    assert of_class(course, tracks=[course.tracks[0].slug], modules=()) == course
    assert of_class(course, tracks=["songs"], modules=["singing"]) == course
    assert of_class(course, tracks=[""], modules=[""]) == course

"""Columns of a list of learners, and what stands in them, as three languages write it."""

from collections.abc import Mapping
from typing import Final

from ailab.lang import Language
from ailab.office.centre.people.logins import folded

_NAMES: Final[Mapping[str, str]] = {
    "login": "login, pseudonym, user, username, identifiant, pseudonyme, pseudo, surnom, utilisateur, الاسم المستعار, اسم المستخدم, اسم الدخول, المعرف",
    "display_name": "display name, name, full name, nom, nom complet, nom affiché, nom et prénom, prénom et nom, prénom nom, الاسم, الاسم الكامل, الاسم واللقب, الاسم والنسب",
    "birth_year": "birth year, year of birth, year, born, année de naissance, naissance, année, سنة الميلاد, سنة الازدياد, الميلاد, سنة الولادة",
    "band": "band, age band, age group, tranche, tranche d'âge, tranche d’âge, groupe d'âge, الفئة, الفئة العمرية, فئة العمر",
    "gender": "gender, sex, genre, sexe, الجنس, النوع",
    "place": "place, city, town, wilaya, ville, lieu, commune, province, المدينة, الولاية, المكان, البلدية, الإقليم",
    "institution": "institution, school, centre, center, school code, établissement, école, code établissement, المؤسسة, المدرسة, المركز, رمز المؤسسة",
    "class": "class, group, classe, groupe, القسم, الفوج, الصف, المجموعة",
    "secret_kind": "secret kind, secret, login with, type de secret, code secret, connexion, نوع السر, السر, الدخول",
    "language": "language, langue, اللغة, لغة",
}
_VALUES: Final[Mapping[str, Mapping[str, str]]] = {
    "gender": {
        "f": "f, fille, femme, féminin, girl, woman, female, أنثى, بنت, فتاة, امرأة",
        "m": "m, g, h, garçon, homme, masculin, boy, man, male, ذكر, ولد, فتى, رجل",
    },
    "secret_kind": {
        "pin": "pin, code, code pin, number, digits, nombre, chiffres, numéro, رمز, رقم, أرقام, رمز سري",
        "pictures": "pictures, picture, image, images, dessins, صور, صورة, الصور",
    },
    "language": {
        "ar": "ar, arabic, arabe, العربية, عربية, عربي",
        "fr": "fr, french, français, الفرنسية, فرنسية, فرنسي",
        "en": "en, english, anglais, الإنجليزية, إنجليزية, انجليزي",
    },
    "band": {
        "8-10": "8-10, 8 10, 8 à 10, 8 to 10",
        "11-14": "11-14, 11 à 14, 11 to 14",
        "15-17": "15-17, 15 à 17, 15 to 17",
        "18-35": "18-35, 18 à 35, 18 to 35",
        "teachers": "teachers, teacher, enseignants, enseignantes, enseignant, أساتذة, معلمون, مدرسون",
    },
}


def _index(words: Mapping[str, str]) -> Mapping[str, str]:
    return {folded(word): name for name, line in words.items() for word in (name, *line.split(","))}


_COLUMN: Final = _index(_NAMES)
_VALUE: Final = {column: _index(words) for column, words in _VALUES.items()}

COLUMNS: Final = tuple(_NAMES)
_SHOWN: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {name: name for name in COLUMNS},
    "fr": {
        "login": "pseudonyme",
        "display_name": "nom complet",
        "birth_year": "année de naissance",
        "band": "tranche d’âge",
        "gender": "genre",
        "place": "ville",
        "institution": "établissement",
        "class": "classe",
        "secret_kind": "type de secret",
        "language": "langue",
    },
    "ar": {
        "login": "الاسم المستعار",
        "display_name": "الاسم الكامل",
        "birth_year": "سنة الميلاد",
        "band": "الفئة العمرية",
        "gender": "الجنس",
        "place": "المدينة",
        "institution": "المؤسسة",
        "class": "القسم",
        "secret_kind": "نوع السر",
        "language": "اللغة",
    },
}


def column_of(title: str) -> str | None:
    """Return the column that this title means, in whichever language it is written."""
    return _COLUMN.get(folded(title))


def column_title(column: str, language: Language) -> str:
    """Return what a column is called in a language."""
    return _SHOWN[language][column]


def value_of(column: str, text: str) -> str | None:
    """Return what a word in this column stands for, or None for one that nobody knows; empty stays empty."""
    return _VALUE[column].get(folded(text)) if text else ""


def values_of(column: str) -> tuple[str, ...]:
    """Return what may stand in a column, by its short names."""
    return tuple(_VALUES[column])

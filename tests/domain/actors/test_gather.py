"""Each line: an article whose mentions of one actor bear one key, `{key|PER Sergueï Lavrov}`."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from service.domain.actors import gather_actors, persons
from service.domain.actors.same_person import same_person
from service.domain.model import ActorType, MentionKind, Span
from tests.domain.actors.articles import BOOK, marked

JOINED = [
    # surnames
    "{k|PER Jean Kervadec} parle. {k|PER Kervadec} insiste, dit M. {k|PER Kervadec}.",
    "{k|PER Kervadec} et {l|PER Morvan}\n{k|PER Jean Kervadec} voit {l|PER Anne Morvan}.",
    "{a|PER Bachar el-Assad} et son oncle {b|PER Rifaat el-Assad} sont brouillés.",
    "{m|PER Bill Morvan} et {f|PER Anne Morvan} votent. M. {m|PER Morvan} sourit, Mme {f|PER Morvan} aussi.",
    "{m|PER Bill Morvan} parle. M. et Mme {x|PER Morvan} partent.",
    # spellings
    "{k|PER Sergueï Karpov}, {k|PER Sergeï Karpov} puis {k|PER Sergeuï Karpov}.",
    "{k|PER KARPOV Sergueï} et {k|PER Sergueï Karpov}.",
    "{k|PER J. Kervadec} est {k|PER John Kervadec}.",
    "{k|PER Recep Tayyip Yilmaz} est {k|PER Recep Yilmaz}.",
    "{m|PER Karim Benali} et {f|PER Karima Benali} sont mariés.",
    "{k|PER Staffan de Lindgren} arrive. {k|PER De Lindgren} repart, {k|PER Lindgren} reste.",
    "{k|PER Kim Yong-ho} parle, puis {k|PER Kim} se tait.",
    # organisations
    "L'{o|ORG Observatoire breton des marées} ({o|ORG OBM}) alerte. L'{o|ORG OBM} compte.",
    "L'{o|ORG Observatoire breton des marées} alerte. L'{o|ORG Observatoire} compte.",
    "L'{o|ORG OBM} alerte. L'{o|ORG Observatoire breton des marées} compte.",
    "Le {o|ORG Front des sables} (ex-{o|ORG Front de la dune}) recule.",
    "Le {o|ORG Parti des marées}, rebaptisé {o|ORG Union du large}, gagne.",
    "Le {o|ORG PKX} (ou {o|ORG Parti des travailleurs du kelp}) nie.",
    "Le {o|ORG groupe Kelpia} et {o|ORG Kelpia SA} investissent.",
    "L'{o|ORG Observatoire breton des marées} alerte. Selon l'{o|Observatoire}, tout va bien.",
    "La coalition {o|PER Kelpa Nova} gagne. {o|PER Kelpa Nova} fête.",
    "Au stade, {f|LOC France} bat le {m|LOC Japon} : but, finale, match. Les {f|ORG Bleus} ont une coupe.",
    "Le {o|ORG groupe Kelpia} vend. {o|ORG Kelpia} achète. {o|ORG La KELPIA} rit.",
    "L'association {o|PER Kelpia} porte plainte. {o|PER Kelpia} attend.",
    "L'{o|ORG ONU} et les {o|ORG Nations unies}.",
    "Le {p|ORG Parti des marées} et le {q|ORG Parti du large} s'allient.",
    # powers
    "{g|LOC Moscou} parle. Le {g|LOC Kremlin} et la {g|LOC Russie} aussi.",
    "{e|LOC Bruxelles} et l'{e|ORG UE} attendent, la {b|LOC Belgique} non.",
    "Les États : {g|LOC Washington} et les {g|LOC États-Unis}.",
]


@pytest.mark.parametrize("sentence", JOINED)
def test_mentions_of_one_actor_are_together_and_apart_from_others(sentence: str) -> None:
    article = marked(sentence)
    actor_of = {mention.end: actor.id for actor in article.actors() for mention in actor.mentions}
    keys = defaultdict(set)
    for key, mention in article.expected:
        keys[key].add(actor_of.get(mention.end))
    assert all(len(ids) == 1 and None not in ids for ids in keys.values()), keys
    assert len({next(iter(ids)) for ids in keys.values()}) == len(keys), keys


FUNCTIONS = [
    ("Le ministre turc de la Défense {|PER Ali Kaya} part.", "ministre turc de la Défense", "TR"),
    ("Le chef de la diplomatie turque, {|PER Ali Kaya}, part.", "chef de la diplomatie turque", "TR"),
    ("{|PER Ali Kaya}, ministre turc de la Défense, part.", "ministre turc de la Défense", "TR"),
    ("{|PER Ali Kaya} le secrétaire d'État américain part.", "secrétaire d'État américain", "US"),
    ("{|PER Ali Kaya}, le commandant de la place, part.", "commandant de la place", None),
    ("Le président de la {|loc Colombie}, {|PER Ali Kaya}, part.", "président de la Colombie", "CO"),
    ("La directrice générale du musée {|PER Anne Kaya} part.", "directrice générale du musée", None),
    ("L'ancien Premier ministre {|PER Ali Kaya} part.", "ancien Premier ministre", None),
    ("Le président rencontre {|PER Ali Kaya}.", None, None),
    ("Avec le chef de la diplomatie turque, {|PER Ali Kaya} a signé.", None, None),
    ("Fin. L'ancien président turc, {|PER Ali Kaya} a signé.", "ancien président turc", "TR"),
    ("Selon {|PER Ali Kaya}, le président turc hésite.", None, None),
    ("L'animateur de radio {|PER Ali Kaya} part.", "animateur de radio", None),
    ("Le maire de {|loc Lyon} {|PER Ali Kaya} part.", "maire de Lyon", "FR"),
    ("Son homologue turc {|PER Ali Kaya} part.", None, "TR"),
]


@pytest.mark.parametrize(("sentence", "function", "country"), FUNCTIONS)
def test_functions_are_kept_beside_the_name(sentence: str, function: str | None, country: str | None) -> None:
    (actor,) = [actor for actor in marked(sentence).actors() if actor.name.endswith("Kaya")]
    assert (actor.function, actor.country) == (function, country)


TYPES = [
    ("Le {|ORG Front des dunes}, groupe rebelle, avance.", ActorType.ARMED_GROUP, None),
    ("Le groupe jihadiste {|ORG Katibat al-Ramal} avance.", ActorType.ARMED_GROUP, None),
    ("La {|ORG Brigade de la dune} avance.", ActorType.ARMED_GROUP, None),
    ("Le {|ORG Parti des marées} gagne.", ActorType.PARTY, None),
    ("L'agence {|ORG Maréea} annonce.", ActorType.MEDIA, None),
    ("La {|ORG Banque kelpienne} prête.", ActorType.COMPANY, None),
    ("{|ORG Kelpia SA} vend.", ActorType.COMPANY, None),
    ("Le constructeur français {|ORG Kelpia} vend.", ActorType.COMPANY, "FR"),
    ("L'{|ORG Université de la dune} ouvre.", ActorType.ORGANISATION, None),
    ("L'{|ORG Observatoire syrien des dunes} compte.", ActorType.ORGANISATION, "SY"),
    ("L'{|ORG Organisation mondiale des marées} vote.", ActorType.IGO, None),
    ("{|ORG Radio Marée} diffuse.", ActorType.MEDIA, None),
]


@pytest.mark.parametrize(("sentence", "kind", "country"), TYPES)
def test_types_and_countries_of_organisations(sentence: str, kind: ActorType, country: str | None) -> None:
    (actor,) = marked(sentence).actors()
    assert (actor.type, actor.country) == (kind, country)


def test_the_acronym_of_another_full_name_is_another_body() -> None:
    (actor,) = marked("Le {|ORG Peuple des sauniers} ({|ORG PS}) vote.").actors()
    assert actor.id == "text:peuple des sauniers"


def test_an_article_that_begins_a_sentence_is_not_of_the_name() -> None:
    (actor,) = marked("{|ORG L'ONU} vote.").actors()
    assert actor.mentions[0].text == "ONU"


def test_an_office_is_its_holder_on_the_day() -> None:
    (actor,) = marked("Le président russe hésite.").actors(date(2016, 10, 11))
    assert (actor.id, actor.mentions[0].kind) == ("wikidata:Q1", MentionKind.NOMINAL)


def test_an_office_is_the_person_whom_the_text_gives_it() -> None:
    (actor,) = marked("Le président turc {|PER Ali Kaya} hésite. Le président turc part.").actors()
    assert [mention.text for mention in actor.mentions] == ["Ali Kaya", "président turc"]


def test_an_office_whose_holder_nobody_knows_is_an_actor_of_its_own() -> None:
    (actor,) = marked("Le président turc hésite.").actors()
    assert (actor.id, actor.type, actor.country) == ("text:president turc", ActorType.PERSON, "TR")


def test_a_counterpart_holds_the_same_office() -> None:
    actors = marked("Le président turc {|PER Ali Kaya} reçoit son homologue russe.").actors()
    assert [actor.id for actor in actors] == ["text:ali kaya", "wikidata:Q1"]


def test_a_bare_surname_is_known_by_its_country() -> None:
    (actor,) = marked("Le président russe {|PER Poutine} hésite.").actors()
    assert actor.id == "wikidata:Q1"
    (other,) = marked("Le boulanger {|PER Poutine} hésite.").actors()
    assert other.id == "text:poutine"


def test_a_surname_alone_is_known_in_a_text_of_the_country() -> None:
    known, told = marked("La {|loc Russie} attend. {|PER Poutine} hésite.").actors()[-1:], "wikidata:Q1"
    assert [actor.id for actor in known] == [told]
    (other,) = marked("{|PER Poutine} hésite.").actors(None)
    assert other.id == "text:poutine"


@pytest.mark.parametrize(
    ("text", "day", "id"),
    [
        ("{|PER Poutine} hésite.", date(2016, 10, 11), "wikidata:Q1"),
        ("Le président {|PER Poutine} hésite.", date(2016, 10, 11), "wikidata:Q1"),
        ("Le président {|PER Poutine} hésite.", date(1990, 1, 1), "text:poutine"),
        ("Mme {|PER Poutine} hésite.", date(2016, 10, 11), "text:poutine"),
        ("Le boulanger {|PER Poutine} hésite.", date(2016, 10, 11), "text:poutine"),
        ("L'entraîneur {|PER Poutine} hésite.", date(2016, 10, 11), "text:poutine"),
        ("{|PER Ali Poutine} hésite. {|PER Poutine} part.", date(2016, 10, 11), "text:ali poutine"),
    ],
)
def test_a_surname_alone_is_that_of_a_head_of_state_on_the_day(text: str, day: date, id: str) -> None:
    (actor,) = marked(text).actors(day)
    assert actor.id == id


def test_the_army_of_a_ruler_is_that_of_the_country() -> None:
    army, ruler = marked("L'armée de {|PER Bachar el-Assad} avance.").actors()
    assert (army.id, army.type, army.name) == ("gazette:mil-sy", ActorType.MILITARY, "Armée syrienne")
    assert ruler.id == "wikidata:Q3"


def test_the_regime_alone_is_the_one_told_before() -> None:
    (actor,) = marked("Le régime syrien cède. Le régime recule.").actors()
    assert [mention.text for mention in actor.mentions] == ["régime syrien", "régime"]
    assert marked("Le régime recule.").actors() == ()


def test_a_metonym_within_a_nominal_is_no_mention_of_its_own() -> None:
    (actor,) = marked("Les forces de {|LOC Damas} tirent.").actors()
    assert [mention.text for mention in actor.mentions] == ["forces de Damas"]


def test_a_town_that_acts_without_a_seat_is_an_organisation() -> None:
    (actor,) = marked("{|LOC Marseille} a battu {|loc Lyon} au terme du match.").actors()
    assert (actor.type, actor.name) == (ActorType.ORGANISATION, "Marseille")


@pytest.mark.parametrize("name", ["Bataille de la dune", "Coupe du monde", "Ligue 1", "Dieu"])
def test_events_and_the_like_are_no_actors(name: str) -> None:
    assert marked(f"La {{|ORG {name}}} commence.").actors() == ()


def test_civilities_and_titles_are_not_of_the_name() -> None:
    (actor,) = marked("{|PER M. Kaya} part.").actors()
    assert actor.mentions[0].text == "Kaya"


def test_ids_are_unique_and_mentions_belong_to_one_actor() -> None:
    sentence = "{|PER Ali Kaya} parle. M. et Mme {|PER Kaya} partent. Le {|ORG Kaya} coule."
    actors = marked(sentence).actors()
    assert len({actor.id for actor in actors}) == len(actors)
    spans = [(mention.start, mention.end) for actor in actors for mention in actor.mentions]
    assert len(set(spans)) == len(spans)


def test_candidates_on_request() -> None:
    (actor,) = marked("{|PER Vladimir Poutine} parle.").actors(candidates=3)
    assert [candidate.id for candidate in actor.candidates] == ["wikidata:Q1"]
    (bare,) = marked("{|PER Vladimir Poutine} parle.").actors()
    assert bare.candidates == ()


def test_nothing_is_added_in_what_is_hidden() -> None:
    article = marked("L'{|ORG Observatoire breton des marées} (OBM) alerte. Lire : OBM.")
    arguments, end = (article.scene(), (), BOOK, None), len(article.text)
    assert [len(actor.mentions) for actor in gather_actors(*arguments)] == [3]
    assert [len(actor.mentions) for actor in gather_actors(*arguments, hidden=(Span(end - 11, end),))] == [2]


def test_an_empty_text_has_no_actors() -> None:
    assert gather_actors(marked("").scene(), (), BOOK, None) == ()


def test_a_country_in_sport_is_the_team_that_is_named_for_it() -> None:
    article = marked(
        "Match de rugby : {|LOC France} et l'équipe de {|loc France} en finale, victoire, but, entraîneur."
    )
    (team,) = article.actors()
    assert (team.type, len(team.mentions)) == (ActorType.ORGANISATION, 2)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Le cyclone {|PER Enoa} approche. {|PER Enoa} a frappé.", []),
        ("La loi {|PER Kaya} passe.", []),
        ("La frégate « Amiral {|PER Kaya} » et l'« Amiral {|PER Ulmo} » partent.", []),
        ("Il sort, « {|ORG Les Eaux calmes} » en tête, puis quitte le {|PER Ali Ulmo}.", []),
        ("L'opération « {|ORG Bordure bleue} » commence, des {|ORG Rafale} décollent.", []),
        ("{|ORG Automobile} : les ventes baissent.", []),
        ("L'{|PER affaire Kaya} continue.", ["Kaya"]),
        ("L'Américaine {|PER Ann Kaya} gagne.", ["Ann Kaya"]),
    ],
)
def test_storms_laws_and_subjects_are_no_actors(sentence: str, expected: list[str]) -> None:
    assert [actor.name for actor in marked(sentence).actors()] == expected


def test_the_nationality_before_a_name_is_the_persons_country() -> None:
    (actor,) = marked("L'Américaine {|PER Ann Kaya} gagne.").actors()
    assert (actor.country, actor.function) == ("US", None)


def test_names_are_looked_up_and_not_compared_with_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several hundred namesakes: the number of comparisons grows with the names, not with their square."""
    compared = 0

    def counting(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
        nonlocal compared
        compared += 1
        return same_person(one, other)

    monkeypatch.setattr(persons, "same_person", counting)
    sentence = " ".join(f"{{|PER {_given(number)} Kaya}} parle." for number in range(600))
    marked(sentence).actors()
    assert compared < 40 * 600


def _given(number: int) -> str:
    return "".join(
        "bdfglmnprst"[int(digit)] + "aiou"[int(digit) % 4] for digit in f"{number:04}"
    ).capitalize()

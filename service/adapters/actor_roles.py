"""The roles of `offices.csv`, with what a name does not say. The fact tests hold both together."""

from __future__ import annotations

from service.domain.model import KnownActor

# How well known the holders of some roles are; those of all others are known less, and better than nobody.
_PROMINENCE = {
    "head_of_state": 5,
    "pope": 5,
    "supreme_leader": 5,
    "head_of_government": 4,
    "foreign_minister": 3,
}

ROLES = {
    "head_of_state": "president, king, emir: whom the press calls so (for Iran the president)",
    "head_of_government": "prime minister, chancellor, president of the council",
    "vice_president": "of a state",
    "crown_prince": "heir of a throne",
    "supreme_leader": "guide of Iran, leader of the talibans",
    "foreign_minister": "also the American secretary of state and that of the Holy See",
    "defence_minister": "also *des Armées*, secretary of defense",
    "interior_minister": "home secretary",
    "finance_minister": "of finances; of the economy where that is one ministry; Treasury, Exchequer",
    "justice_minister": "also attorney general",
    "spokesperson": "of the head of state",
    "foreign_spokesperson": "of the ministry of foreign affairs",
    "ambassador_un": "ambassador to the United Nations",
    "pope": "country VA",
    "un_secretary_general": "",
    "un_spokesperson": "",
    "un_humanitarian_chief": "under-secretary-general for humanitarian affairs",
    "un_refugees_commissioner": "HCR",
    "un_human_rights_commissioner": "HCDH",
    "un_envoy_syria": "also émissaire",
    "un_envoy_yemen": "",
    "un_envoy_libya": "",
    "un_envoy_western_sahara": "",
    "unesco_director": "",
    "unicef_director": "",
    "unrwa_director": "commissioner-general",
    "who_director": "OMS",
    "ilo_director": "OIT",
    "wto_director": "OMC",
    "iaea_director": "AIEA",
    "iea_director": "AIE",
    "imf_director": "FMI",
    "world_bank_president": "",
    "ecb_president": "BCE",
    "oecd_secretary_general": "OCDE",
    "nato_secretary_general": "Otan",
    "eu_commission_president": "",
    "eu_council_president": "",
    "eu_parliament_president": "",
    "eu_high_representative": "head of the diplomacy of the Union",
    "council_of_europe_secretary_general": "",
    "au_commission_president": "Union africaine",
    "arab_league_secretary_general": "",
    "oas_secretary_general": "OEA",
    "oif_secretary_general": "Francophonie",
    "icc_prosecutor": "CPI",
    "icrc_president": "CICR",
    "ioc_president": "CIO",
    "fifa_president": "",
    "uefa_president": "",
}


def prominence(actor: KnownActor) -> int:
    """How likely a name shared by several is this actor's, 0-5: by the highest office that it ever held."""
    return max(
        (_PROMINENCE.get(office.role or "", 2 if office.role else 1) for office in actor.offices), default=0
    )

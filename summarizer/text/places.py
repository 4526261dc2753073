"""Countries, regions and what their people and things are called."""

from __future__ import annotations

# The place, then its adjectives and the names of its people, lower case.
_TABLE = """
afghanistan afghan
africa african
albania albanian
algeria algerian
america american
andorra andorran
angola angolan
antarctica antarctic
arctic arctic
argentina argentine argentinian
armenia armenian
asia asian
australia australian
austria austrian
azerbaijan azerbaijani azeri
bahamas bahamian
bahrain bahraini
balkans balkan
bangladesh bangladeshi
barbados barbadian
bavaria bavarian
belarus belarusian
belgium belgian
bolivia bolivian
bosnia bosnian
botswana botswanan
brazil brazilian
britain british briton uk
bulgaria bulgarian
burma burmese
cambodia cambodian
cameroon cameroonian
canada canadian
catalonia catalan
chad chadian
chile chilean
china chinese
colombia colombian
congo congolese
corsica corsican
croatia croatian croat
cuba cuban
cyprus cypriot
czechia czech
denmark danish dane
ecuador ecuadorian ecuadorean
egypt egyptian
england english englishman englishwoman
eritrea eritrean
estonia estonian
ethiopia ethiopian
europe european
fiji fijian
finland finnish finn
flanders flemish
france french frenchman frenchwoman
gabon gabonese
gaza gazan
georgia georgian
germany german
ghana ghanaian
greece greek
greenland greenlandic greenlander
guatemala guatemalan
guinea guinean
guyana guyanese
haiti haitian
honduras honduran
hungary hungarian
iceland icelandic icelander
india indian
indonesia indonesian
iran iranian
iraq iraqi
ireland irish irishman irishwoman
israel israeli
italy italian
jamaica jamaican
japan japanese
jordan jordanian
kazakhstan kazakh
kenya kenyan
korea korean
kosovo kosovar
kuwait kuwaiti
kyrgyzstan kyrgyz
laos laotian lao
latvia latvian
lebanon lebanese
liberia liberian
libya libyan
lithuania lithuanian
luxembourg luxembourgish luxembourger
macedonia macedonian
madagascar malagasy
malawi malawian
malaysia malaysian
maldives maldivian
mali malian
malta maltese
mauritania mauritanian
mauritius mauritian
mexico mexican
moldova moldovan
mongolia mongolian
montenegro montenegrin
morocco moroccan
mozambique mozambican
myanmar burmese
namibia namibian
nepal nepalese nepali
netherlands dutch dutchman dutchwoman holland
nicaragua nicaraguan
niger nigerien
nigeria nigerian
norway norwegian
oman omani
pakistan pakistani
palestine palestinian
panama panamanian
paraguay paraguayan
peru peruvian
philippines filipino philippine filipina
poland polish pole
portugal portuguese
qatar qatari
quebec quebecer
romania romanian
russia russian
rwanda rwandan
samoa samoan
scandinavia scandinavian
scotland scottish scot scots
senegal senegalese
serbia serbian serb
sicily sicilian
singapore singaporean
slovakia slovak slovakian
slovenia slovenian slovene
somalia somali
spain spanish spaniard
sudan sudanese
suriname surinamese
swaziland swazi
sweden swedish swede
switzerland swiss
syria syrian
taiwan taiwanese
tajikistan tajik
tanzania tanzanian
thailand thai
tibet tibetan
togo togolese
tonga tongan
tunisia tunisian
turkey turkish turk
turkmenistan turkmen
uganda ugandan
ukraine ukrainian
uruguay uruguayan
uzbekistan uzbek
venezuela venezuelan
vietnam vietnamese
wales welsh welshman welshwoman
yemen yemeni
zambia zambian
zimbabwe zimbabwean
london londoner
paris parisian
vienna viennese
venice venetian
moscow muscovite
california californian
texas texan
"""

_PLACE_OF: dict[str, str] = {}
NATIONAL: frozenset[str]
"""Adjectives and names of people, lower case; those that are also places left out."""
_words: set[str] = set()
for _line in _TABLE.strip().splitlines():
    _place, *_forms = _line.split()
    for _form in (_place, *_forms):
        _PLACE_OF.setdefault(_form, _place)
    _words.update(f for f in _forms if f not in ("uk", "holland"))
NATIONAL = frozenset(_words)


def place_of(word: str) -> str:
    """The place that a lower-case word names or belongs to ("danes": "denmark"); "" for others."""
    for form in (word, word.removesuffix("s"), word.removesuffix("men") + "man"):
        if form in _PLACE_OF:
            return _PLACE_OF[form]
    return ""


def national(word: str) -> bool:
    """Whether a lower-case word is an adjective or a name of the people of a place."""
    return word in NATIONAL or word.removesuffix("s") in NATIONAL


# Bodies and countries that the whole world abbreviates.
_ALIASES = (
    "us usa u.s u.s.a united-states america american americans",
    "uk u.k united-kingdom britain british great-britain",
    "eu e.u european-union",
    "un u.n united-nations",
    "uae united-arab-emirates",
    "nato north-atlantic-treaty-organization",
    "who world-health-organization world-health-organisation",
    "imf international-monetary-fund",
    "ecb european-central-bank",
    "nhs national-health-service",
    "fbi federal-bureau-of-investigation",
    "cia central-intelligence-agency",
    "nasa national-aeronautics-and-space-administration",
    "nyc new-york-city",
    "la l.a los-angeles",
    "dc d.c washington",
    "bbc british-broadcasting-corporation",
)
_ALIAS: dict[str, frozenset[str]] = {}
for _line in _ALIASES:
    _group = frozenset(w.replace("-", " ") for w in _line.split())
    for _name in _group:
        _ALIAS[_name] = _ALIAS.get(_name, frozenset()) | _group


def aliases(name: str) -> frozenset[str]:
    """Other names, lower case, that the world has for a lower-case name, itself included."""
    return _ALIAS.get(name, frozenset((name,)))

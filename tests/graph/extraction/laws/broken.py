"""Laws that the reader does not keep yet: a form with the verbs or nouns (* for all) that fail in it, and names not read."""

BROKEN: dict[str, str] = {
    "Am Freitag {verhängte} {Norwegen} {gegen den Iran} {Sanktionen} {ein}.": "Unterstützung-gewährt",
    "Die Preise fielen, weil {der} {norwegische} {Angriff} {auf den Iran} für Aufsehen sorgte{-n}.": "Unterstützung",
    "Die Waffen, die {Norwegen} {dem Iran} {geliefert} {hat}, verschwanden.": "spenden verkaufen übergeben",
    "Im Juni begann{-en} {der} {Angriff} {Norwegens} {auf den Iran}.": "Unterstützung",
    "Im Juni begann{-en} {der} {Angriff} {auf den Iran} {durch Norwegen}.": "Unterstützung",
    "Laut Reuters unter Berufung auf {den Schweden} {hat} {Norwegen} {den Iran} {angegriffen}.": "anprangern",
    "Nachdem {Norwegen} {gegen den Iran} {Sanktionen} {verhängt} hatte{n}, fielen die Preise.": "Unterstützung-gewährt",
    "{Norwegens} {Angriff} {auf den Iran} sorgte{-n} für Aufsehen.": "Unterstützung",
    "{Norwegen} {hat} {gegen den Iran} {Sanktionen} {verhängt}.": "Unterstützung-gewährt",
    "{Norwegen} {verhängte} {gegen den Iran} {Sanktionen} {ein}.": "Unterstützung-gewährt",
    "{der} {Angriff} {Norwegens} {auf den Iran} sorgte{-n} für Aufsehen.": "Unterstützung",
    "{der} {Angriff} {auf den Iran} {durch Norwegen} sorgte{-n} für Aufsehen.": "Unterstützung",
    "{der} {Angriff} {von Norwegen} {auf den Iran} sorgte{-n} für Aufsehen.": "Unterstützung",
    "{der} {US}-{Angriff} {auf den Iran} sorgte{-n} für Aufsehen.": "Unterstützung",
    "{der} {norwegische} {Angriff} {auf den Iran} sorgte für Aufsehen.": "Unterstützung",
    "{der} {norwegische} {Angriff} {auf den Iran} sorgte{-n} für Aufsehen.": "Unterstützung",
    "{gegen den Iran} {verhängte} {Norwegen} {Sanktionen} {ein}.": "Angriff-gestartet Unterstützung-gewährt",
}

BROKEN_PARTIES: frozenset[str] = frozenset(
    {
        "August Hanning",
        "Black Lives Matter",
        "Den Haag",
        "Expressen",
        "Kachin-Unabhängigkeitsarmee",
        "Maute-Gruppe",
        "Nasser al-Kidwa",
        "Oromo-Befreiungsarmee",
        "Politika",
        "ProSieben",
        "Reconquête",
        "Ri Yong-ho",
        "Sea-Eye",
        "Vereinigte Arabische Emirate",
        "Willem-Alexander",
        "al-Schabab",
    }
)

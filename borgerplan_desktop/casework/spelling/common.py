"""Words that stand in nearly every text: of what a mistyped word may have been, they come first.

The dictionary orders by likeness alone and knows no rare words from common ones: for »gærne« it says »kærne« first.
"""
from __future__ import annotations

_WORDS = """
af aftale aftalt aften aldrig alle alt altid altså anden andet andre at bare bedre bedst begge begynde begyndt ben
betale betyder blev blive bliver brug bruge bruger bud by børn både da dag dage de dem den denne der deres derfor
dermed desværre det dette dig din dit dog du efter egen eget egne eller ellers en endnu er et fandt fast fik finde
fire flere flest flytte for fordi forsøge fortalt fortæller fra frem fremme fuld før først første få får gang gange
gerne gik give giver gjorde gjort god gode godt gør gøre gå gået går haft ham han har havde have hel hele helst hende
hendes her hjem hjemme hjælp hjælpe hjælper holde hos hun hurtig hurtigt hus hvad hvem hver hverdag hvilken hvis hvor
hvordan hvorfor hvornår håber ikke imellem imod ind inden indtil ingen ingenting jeg kan kender kom komme kommer
kommet kontakt kontanthjælp kun kunne kvinde lang lejlighed lidt lige ligger lille læge længe længere læse man mand
mange med meget mellem men mener mens mere mest mig min mine mit mod morgen møde mødet må måned måneder måske måtte
ned nej nogen noget nogle nok nu ny nye nyt nær næste når også om op ord os over overfor penge plads problemer ringe
ringer ringet råd sagde samme sammen samtale se selv senere ser ses siden sidst sidste sige siger sikker sin sine sit
skal ske skema skete skrev skrevet skrive skriver skulle slags slut snak snakke snakkede snart som sove sover spise
spurgte spørger stadig sted stor store støtte støttet står svær svært syg synes så sådan tage tager taget tak tale
taler talt telefon tid tidligere til tilbage tilbud time to tog tre tro tror tryg trygt tænke tænker ude uden uge uger
ulykke under vant var ved vej vejen venner vente venter vi vidste vigtig vigtigt vil ville virkelig vise vores være
værelse været åben år
"""
COMMON = frozenset(_WORDS.split())


def common_first(words: tuple[str, ...] | list[str]) -> list[str]:
    """The suggestions in their order, but those everybody writes before the rest."""
    return sorted(words, key=_is_rare)


def _is_rare(word: str) -> bool:
    return word.lower() not in COMMON

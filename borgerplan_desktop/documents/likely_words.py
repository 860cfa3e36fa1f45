"""Words that are only likely: composed by us, or of a neighbouring meaning. They are on paper when somebody who grew up
with the language has approved it; till then they are said in Danish.
"""
from __future__ import annotations

from types import MappingProxyType

LIKELY = MappingProxyType({"kl": MappingProxyType({      # language -> msgid -> what it may be called
    "The citizen's plan": "Innuttaasup pilersaarutaa",
    "Consent to share information": "Akuersissut",
    "In my own words": "Nammineq oqaatsikka",
    "Hopes and dreams": "Neriuutit sinnattukkallu",
    "Who does what, when": "Kina – suna – qaqugu",
    "Next meeting": "Ataatsimiinnissaq tulleq",
    "page {page} of {total}": "qupp. {page}/{total}",
    "Coordinator": "Ataqatigiissaarisoq",
    "Alcohol and drugs": "Aangajaarnartut",
    "Physical health": "Timikkut peqqissuseq",
    "Mental wellbeing": "Tarnikkut peqqissuseq",
    "Education and work": "Ilinniagaqarneq sulinerlu",
    "Everyday life and practical tasks": "Ulluinnarni"})})

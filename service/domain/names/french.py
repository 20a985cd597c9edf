"""French words around proper names, folded: what introduces a name and what only looks like one."""

from __future__ import annotations

DETERMINERS = frozenset(
    "le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs notre nos votre vos"
    " mon ma mes chaque quelques plusieurs".split()
)

# Words that never belong to the name they stand before.
STOPPERS = frozenset(
    "ex et ou mais or donc car si selon pour par avec sans dans sur sous chez vers depuis apres avant"
    " pendant entre contre malgre comme ainsi aussi alors puis enfin cependant toutefois pourtant quand"
    " lorsque que qui".split()
)

CIVILITIES = frozenset(
    "m mm mme mmes mlle dr pr me mgr sir lord lady madame monsieur mademoiselle messieurs docteur"
    " professeur maitre president presidente ministre senateur senatrice depute deputee maire prefet"
    " prefete procureur juge general colonel commandant capitaine lieutenant amiral marechal sergent roi"
    " reine prince princesse emir cheikh sultan pape cardinal archeveque eveque pere abbe soeur frere"
    " imam ayatollah mollah rabbin ambassadeur ambassadrice chancelier chanceliere secretaire directeur"
    " directrice".split()
)

# Written in lower case as a rule, so they are compared as they stand.
PARTICLES = frozenset(
    "de du des d ' ’ la le van von der den di da del della dos do bin ben ibn al el - y e zu ter ten".split()
)

OFFICES = frozenset(
    "ministre ministres ministere ministeres secretaire secretaires secretariat president presidente"
    " premier premiere chef cheffe directeur directrice porte gouverneur ambassadeur ambassadrice garde"
    " vice commissaire envoye delegue deleguee conseiller conseillere portefeuille".split()
)

PORTFOLIOS = frozenset(
    "affaires defense interieur justice economie finances sante education culture transports transport"
    " travail emploi agriculture environnement energie sports sport budget commerce logement outre ville"
    " recherche famille jeunesse armees securite etat industrie numerique tourisme immigration"
    " enseignement solidarites solidarite ecologie territoires mer peche sceaux communication"
    " planification infrastructures migrations integration egalite".split()
)

# Behind these a name is the body's own: *le groupe Orange*, *l'hôpital Nasser*.
BODIES = frozenset(
    "groupe societe entreprise compagnie firme marque banque geant constructeur operateur editeur"
    " fabricant assureur distributeur maison filiale cabinet agence start club equipe formation parti"
    " mouvement front brigade milice journal quotidien hebdomadaire magazine revue chaine radio site"
    " hopital universite musee institut fondation association syndicat federation ligue festival".split()
)

LINKS = frozenset("de du des d la l".split())

# What stands before a locality's name, in lower case: *le quartier de Cheikh Saïd*.
LOCALITIES = frozenset(
    "quartier quartiers district village villages localité localités ville bourg bourgade hameau"
    " province région département canton commune gouvernorat oblast comté faubourg banlieue camp enclave"
    " îlot île presqu'île vallée plaine désert aéroport port barrage".split()
)

# Buildings, in lower case as the first word of a name: *l'hôpital Nasser*.
BUILDINGS = frozenset(
    "hôpital stade aéroport gare palais pont prison mosquée cathédrale basilique château barrage"
    " centrale camp rue avenue boulevard place quartier porte tour".split()
)

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

# With a capital they begin a surname, in lower case nothing: *Bruno Le Maire*, *Marine Le Pen*.
SURNAME_ARTICLES = frozenset({"Le", "La", "Les", "Du", "De", "Des", "Van", "Von", "El", "Al", "Ben"})
# Given names that are countries' as well.
GIVEN_COUNTRIES = frozenset("dominique georgia jordan maurice salvador chad".split())

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

# Buildings and grounds are above; these head names of terrain in Arabic, Berber and Persian: no person's.
TERRAIN = frozenset("tal tell deir wadi oued djebel jebel jabal khirbet tall kafr kfar jisr hammam".split())

# These head names of persons as well, so the gazetteer has to know the whole.
TOPONYMIC = frozenset(
    "khan cheikh cheik sheikh bir ras ain beit beni bab sidi port fort mont massaken haouch oum hay ouled"
    " bani qalaat marj nahr".split()
)

SETTLEMENTS = frozenset("ville localité village bourg bourgade cité commune".split())

# Folded nouns that *de* and a place follow.
PLACE_NOUNS = frozenset(
    "secteur secteurs quartier quartiers ville villes village villages localite localites bourg"
    " bourgade bourgades hameau region province commune communes faubourg faubourgs banlieue abords"
    " environs peripherie centre port aeroport enclave poche hauteurs plaine vallee colline collines"
    " circonscription circonscriptions camp route axe massif archipel littoral gare kilometres km metres"
    " est ouest nord sud".split()
)

SIDES = frozenset(
    "nord sud est ouest centre province region banlieue gouvernorat district departement canton"
    " oblast".split()
)

# Right before a name they have it taken or left as a town is.
TAKEN = frozenset(
    "assieger assiege assiegent assiegeait encercler encercle encerclent evacuer evacue evacuent"
    " bombarder bombarde bombardent pilonner pilonne pilonnent fui fuir fuient reprendre repris"
    " reconquis reconquerir".split()
)

# These take a person as well, so the gazetteer has to know the town.
HELD = frozenset("tient tiennent tenait prend prennent relie relient vise visent quitte".split())
CONQUESTS = frozenset("chute prise bataille siege liberation reprise conquete offensive".split())

# *à* behind these names somebody who receives, or stands no place.
DATIVE = frozenset(
    "demande demander dit dire donne donner remis remettre repondu repondre repond telephone telephoner"
    " ecrit ecrire offert offrir accorde accorder permis permet permettre succede succeder succedera"
    " envoye envoyer propose proposer rendu rendre pris reproche reprocher impute attribue attribuer"
    " confie confier oppose opposer grace face quant rapport suite hommage soutien reponse lettre message"
    " fidele fideles proche hostile favorable contraire ressemble ressembler appartient appartenir doit"
    " devait manque plait promis promettre interdit refuse refuser lie lies associe livre cede ceder"
    " profite beneficie nuit merci contrairement conformement appel appele conseille pardonne obei"
    " succession preferer prefere prete vendu verse verser adresse adresser reserve destine parle parler"
    " pense penser renvoye confronte battu inflige".split()
)

# A bare town that no gazetteer has follows these with *à*.
STAYING = frozenset(
    "reunis reuni reunie reunies arrive arrives arrivee arrivees refugies refugie installe installes"
    " deployes deploye stationnes bases base situe situee situes ne nee tue tues tuee rendu rend rendus"
    " revenu revenus retourne entre entres entree combats combat affrontements manifestation vivent vit"
    " habite detenu detenus emprisonne enterre inhume mort morte".split()
)

# Before *dans* and a name: *élue dans Verdun*; before *de* and what looks like a person: *députée de Verdun*.
ELECTED = frozenset(
    "elu elue elus elues reelu reelue reelus reelues battu battue battus battues candidat candidate candidats"
    " candidates defait defaite".split()
)
DEPUTIES = frozenset("depute deputee deputes circonscription comte".split())

SAYING = frozenset(
    "affirme annonce declare dit explique estime assure ajoute raconte confie precise indique souligne"
    " repond lance note juge reconnait rappelle promet martele insiste resume temoigne"
    " deplore denonce".split()
)
SAID = frozenset(
    "affirme annonce declare dit explique estime assure ajoute raconte confie precise indique souligne"
    " repondu lance note juge reconnu rappele promis martele insiste resume temoigne"
    " deplore denonce".split()
)
JOINING = frozenset({",", "et", "ou", "puis", "de", "d", "ainsi", "que"})

# Names that begin so are buildings', with any letter; those of `HOUSES` only where something is *in* them.
HALLS = frozenset(
    "palais hotel cathedrale basilique chateau arc temple eglise mosquee cite tour villa gare aeroport pont"
    " monument porte abbaye citadelle mausolee".split()
)
HOUSES = frozenset("chu chru hopital clinique institut universite ecole lycee college".split())

# Media called by common words, without their article.
COMMON_MEDIA = frozenset(
    "monde liberation point croix express temps soir equipe humanite parisien progres depeche tribune"
    " opinion provence echos marianne independent times time sun liberte presse devoir droit nation"
    " observateur soleil matin union est republicain voix du nord telegramme".split()
)
MEDIA_SIGNS = frozenset(
    "selon quotidien journal hebdomadaire magazine mensuel interroge interrogee par site redaction"
    " journaliste journalistes avec correspondant envoye lecteurs colonnes une titre".split()
)
# Before *de* and a name they make it that of somebody who holds or held an office.
TERMS = frozenset("mandat quinquennat septennat ere equipe entourage camp conseiller conseillers".split())

# What media do besides saying.
TELLING = frozenset("revele rapporte ecrit titre publie evoque croit consacre cite a".split())

# Before *de* and a name they make it a firm's: *le PDG de X*; behind its comma and an article, too: `FIRMS`.
FIRM_NOUNS = frozenset(
    "pdg actionnaire actionnaires filiale filiales salaries rachat licenciements benefice benefices dividende"
    " dividendes cofondateur introduction usine usines".split()
)
FIRMS = frozenset(
    "constructeur fabricant geant distributeur operateur editeur equipementier assureur banque filiale start"
    " societe entreprise enseigne marque avionneur brasseur groupe laboratoire courtier cabinet".split()
)
BOUGHT = frozenset(
    "rachete rachetee rachetes rachat acquis acquise detenu detenue fabrique fabriquee".split()
)
# Somebody of these works *chez* a firm.
EMPLOYED = frozenset(
    "analyste analystes salarie salariee salaries cadre ingenieur ingenieure economiste strategiste employe"
    " employee employes embauche embauchee stagiaire consultant consultante directeur directrice gerant"
    " associe associee travaille travaillait licencie licenciee ouvrier ouvriers".split()
)
ARTICLES = frozenset("le la l un une".split())

"""How French verbs end: the folded endings of all simple forms and participles, by the end of the infinitive.

The longest key that fits comes first; the infinitive without it is the radical.
"""

ENDINGS = {
    "prendre": """
        prend prennent prenait prenaient prendra prendront prendrait prendraient pris prise prises
        prendre prenant prit prirent prenne
    """,
    "vaincre": """
        vainc vainquent vainquait vaincra vaincront vaincrait vaincu vaincue vaincus vaincues
        vaincre vainquant
    """,
    "traindre": """
        traint traignent traignait traignaient traindra traindront traindrait traindraient trainte
        traints traintes traindre traignant traignit
    """,
    "battre": """
        bat battent battait battaient battra battront battrait battraient battu battue battus
        battues battre battant battit battirent batte
    """,
    "suivre": """
        suit suivent suivait suivaient suivra suivront suivrait suivi suivie suivis suivies suivre
        suivant suivit
    """,
    "vivre": "vit vivent vivait vivaient vivra vivront vivrait vecu vecue vivre vivant vecut",
    "faire": """
        fait font faisait faisaient fera feront ferait feraient faite faits faites faire faisant fit
        firent fasse fassent
    """,
    "vouloir": """
        veut veulent voulait voulaient voudra voudront voudrait voudraient voulu voulue vouloir
        voulant voulut veuille veuillent
    """,
    "savoir": """
        sait savent savait savaient saura sauront saurait su savoir sachant sut sache sachent
    """,
    "croire": "croit croient croyait croyaient croira croiront croirait cru croire croyant crut",
    "rompre": """
        rompt rompent rompait rompaient rompra rompront romprait rompu rompue rompus rompues rompre
        rompant rompit
    """,
    "prevoir": """
        prevoit prevoient prevoyait prevoyaient prevoira prevu prevue prevus prevues prevoir
        prevoyant previt
    """,
    "voir": """
        voit voient voyait voyaient verra verront verrait verraient vu vue vus vues voir voyant vit
        virent
    """,
    "cevoir": """
        coit coivent cevait cevaient cevra cevront cevrait cu cue cus cues cevoir cevant cut curent
    """,
    "naitre": """
        nait naissent naissait naissaient naitra naitront naitrait nu nue nus nues naitre naissant
        nut
    """,
    "paraitre": """
        parait paraissent paraissait paraissaient paraitra paraitront paru parue parus parues paraitre
        paraissant parut
    """,
    "croitre": "croit croissent croissait croitra croitront cru crue croitre croissant crut",
    "aindre": """
        aint aignent aignait aignaient aindra aindront aindrait aindraient ainte aindre aignant
        aignit
    """,
    "reindre": "reint reignent reignait reindra reinte reints reintes reindre reignant",
    "oindre": """
        oint oignent oignait oignaient oindra oindront oindrait ointe oints ointes oindre oignant
        oignit
    """,
    "oudre": "out olvent olvait oudra oudront olu olue olus olues oudre olvant",
    "ettre": """
        et ettent ettait ettaient ettra ettront ettrait ettraient is ise ises ettre ettant it irent
        ette
    """,
    "clure": """
        clut cluent cluait cluaient clura cluront clurait clu clue clus clues clure cluant clurent
    """,
    "ertir": """
        ertit ertissent ertissait ertissaient ertira ertiront ertirait erti ertie ertis erties ertir
        ertissant
    """,
    "entir": """
        ent entent entait entaient entira entiront entirait enti entie entis enties entir entant
        entit
    """,
    "ortir": """
        ort ortent ortait ortaient ortira ortiront ortirait orti ortie ortis orties ortir ortant
        ortit
    """,
    "artir": """
        art artent artait artaient artira artiront artirait arti artie artis arties artir artant
        artit
    """,
    "servir": """
        sert servent servait servaient servira serviront servirait servi servie servis servies
        servir servant
    """,
    "courir": """
        court courent courait couraient courra courront courrait couru courue courus courues courir
        courant
    """,
    "querir": """
        quiert quierent querait querra querront querrait quis quise quises querir querant quit
    """,
    "frir": "fre frent frait fraient frira friront frirait fert ferte ferts fertes frir frant frit",
    "uvrir": """
        uvre uvrent uvrait uvraient uvrira uvriront uvrirait uvert uverte uverts uvertes uvrir
        uvrant uvrit
    """,
    "enir": """
        ient iennent enait enaient iendra iendront iendrait iendraient enu enue enus enues enir
        enant int inrent ienne
    """,
    "cueillir": """
        cueille cueillent cueillait cueillera cueilleront cueilli cueillie cueillis cueillies
        cueillir cueillant
    """,
    "fuir": "fuit fuient fuyait fuyaient fuira fuiront fui fuie fuir fuyant",
    "uire": """
        uit uisent uisait uisaient uira uiront uirait uiraient uite uits uites uire uisant uisit
    """,
    "elire": "elit elisent elisait elira eliront elu elue elus elues elire elisant elut",
    "ire": "it isent isait isaient ira iront irait iraient ite its ites ire isant irent",
    "dre": "d dent dait daient dra dront drait draient du due dus dues dre dant dit dirent de",
    "voyer": """
        voie voient voyait voyaient verra verront verrait verraient voya voyerent voyer voyant voyee
        voyes voyees voyons
    """,
    "ger": "ge gent geait geaient gera geront gerait geraient gea gerent ger geant gee ges gees geons",
    "er": "e ent ait aient era eront erait eraient a erent er ant ee es ees ons",
    "ir": "it issent issait issaient ira iront irait iraient i ie is ies ir issant irent isse",
}

# Radicals that change before a silent ending.
SECOND_RADICALS = {
    "appeler": "appell",
    "rappeler": "rappell",
    "renouveler": "renouvell",
    "rejeter": "rejett",
    "jeter": "jett",
    "appuyer": "appui",
    "deployer": "deploi",
    "octroyer": "octroi",
    "payer": "pai",
}

"""The words that centres write above their columns, German and English; folded, without blanks and
signs."""

from __future__ import annotations

from enum import StrEnum

from groupwork.i18n import N_


class Column(StrEnum):
    """What a column of an imported table holds; the order is the one in which meanings are offered."""

    FAMILY = "family"
    GIVEN = "given"
    WHOLE = "whole"
    FAMILY_GIVEN = "family_given"
    """Both in one cell, family name first: "Maier, Jürgen"."""
    CALLED = "called"
    NATIVE = "native"
    PRONUNCIATION = "pronunciation"
    BIRTH = "birth"
    CODE = "code"
    LANGUAGE = "language"
    SPEAKS = "speaks"
    INTERPRETER = "interpreter"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    KEY_WORKER = "key_worker"
    GROUPS = "groups"
    START = "start"
    END = "end"
    CONTACT_NAME = "contact_name"
    CONTACT_RELATION = "contact_relation"
    CONTACT_PHONE = "contact_phone"
    ALERT = "alert"
    ALLERGY = "allergy"
    NEED = "need"
    STRENGTH = "strength"
    INTEREST = "interest"
    DIET = "diet"
    PHOTOS = "photos"
    NOTE = "note"
    DAYS = "days"
    """Several weekdays in one cell: "Mo, Mi, Fr"."""
    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


WEEKDAYS = (Column.MON, Column.TUE, Column.WED, Column.THU, Column.FRI, Column.SAT, Column.SUN)
MANY = frozenset(
    {Column.PHONE, Column.ADDRESS, Column.GROUPS, Column.ALERT, Column.NEED, Column.INTEREST, Column.NOTE}
)
"""Meanings that several columns may have: their cells are put together."""

MEANINGS: dict[Column, str] = {
    Column.FAMILY: N_("Family name"),
    Column.GIVEN: N_("First name"),
    Column.WHOLE: N_("Whole name"),
    Column.FAMILY_GIVEN: N_("Family name, first name"),
    Column.CALLED: N_("What people call them"),
    Column.NATIVE: N_("Name in its own script"),
    Column.PRONUNCIATION: N_("How it is said"),
    Column.BIRTH: N_("Date of birth"),
    Column.CODE: N_("Code"),
    Column.LANGUAGE: N_("Language"),
    Column.SPEAKS: N_("Other languages"),
    Column.INTERPRETER: N_("Interpreter needed"),
    Column.PHONE: N_("Telephone"),
    Column.EMAIL: N_("E-mail"),
    Column.ADDRESS: N_("Address"),
    Column.KEY_WORKER: N_("Key worker"),
    Column.GROUPS: N_("Groups"),
    Column.START: N_("First day here"),
    Column.END: N_("Last day here"),
    Column.CONTACT_NAME: N_("Contact: name"),
    Column.CONTACT_RELATION: N_("Contact: relation"),
    Column.CONTACT_PHONE: N_("Contact: telephone"),
    Column.ALERT: N_("Alert"),
    Column.ALLERGY: N_("Allergies"),
    Column.NEED: N_("Needs"),
    Column.STRENGTH: N_("Strengths"),
    Column.INTEREST: N_("Interests"),
    Column.DIET: N_("Diet"),
    Column.PHOTOS: N_("Consent to photos"),
    Column.NOTE: N_("Note"),
    Column.DAYS: N_("Agreed days"),
    Column.MON: N_("Agreed day: Monday"),
    Column.TUE: N_("Agreed day: Tuesday"),
    Column.WED: N_("Agreed day: Wednesday"),
    Column.THU: N_("Agreed day: Thursday"),
    Column.FRI: N_("Agreed day: Friday"),
    Column.SAT: N_("Agreed day: Saturday"),
    Column.SUN: N_("Agreed day: Sunday"),
}
"""What each is called when a person chooses, as gettext sources."""

# "name" is decided by what stands beside it.
HEADERS: dict[Column, str] = {
    Column.FAMILY: """nachname familienname zuname surname lastname familyname secondname
        teilnehmernachname name2 nname fname""",
    Column.GIVEN: """vorname vornamen firstname forename forenames givenname givennames christianname
        teilnehmervorname vname name1 first""",
    Column.WHOLE: """name namen fullname participant participantname client clientname person teilnehmer
        teilnehmerin teilnehmerinnen teilnehmende teilnehmername teilnehmendername besucher besucherin
        besucherinnen klient klientin vornamenachname vornamename vornameundname vornameundnachname
        vorundnachname vorundzuname vollername vollstandigername namederteilnehmenden
        firstnamelastname firstnamesurname firstandlastname nameofparticipant displayname""",
    Column.FAMILY_GIVEN: """nachnamevorname namevorname familiennamevorname nachnameundvorname
        nameundvorname
        nachundvorname zunamevorname surnamefirstname surnameforename lastnamefirstname
        surnamegivenname familynamegivenname""",
    Column.CALLED: """rufname spitzname calledname nickname preferredname knownas preferred called
        genannt wirdgenannt callname""",
    Column.NATIVE: """originalname originalschrift nameoriginal nameinoriginalschrift nativename
        nativescript
        namenative eigeneschrift""",
    Column.PRONUNCIATION: """aussprache ausgesprochen pronunciation pronounced saidas sayitas
        lautschrift""",
    Column.BIRTH: """geburtsdatum gebdatum gebdat geb geburtstag geboren geborenam gebam gebtag dob
        dateofbirth birthdate birthday born birth datumgeburt""",
    Column.LANGUAGE: """sprache sprachen muttersprache erstsprache language languages firstlanguage
        mothertongue preferredlanguage nativelanguage spricht lang""",
    Column.SPEAKS: """weiteresprachen anderesprachen sonstigesprachen zweitsprache weiteresprache
        otherlanguages furtherlanguages secondlanguage alsospeaks additionallanguages""",
    Column.INTERPRETER: """dolmetscher dolmetscherin dolmetschernotig dolmetscherbenotigt dolmetschen
        dolmetschung sprachmittler sprachmittlung interpreter interpreterneeded needsinterpreter
        interpreterrequired""",
    Column.CODE: """kurzel kuerzel code nr nummer id tnnr teilnehmernr teilnehmernummer personcode
        participantcode participantid klientennr klientennummer clientid initials number no ref
        reference kennung personalnr pnr kurzzeichen""",
    Column.START: """aufnahme aufnahmedatum aufnahmeam aufgenommen aufgenommenam eintritt eintrittsdatum
        beginn start startdatum startdate startedon started admission admissiondate joined
        dateofadmission datejoined seit teilnahmeseit dabeiseit since from von anfang""",
    Column.END: """austritt austrittsdatum ende enddatum entlassung entlassungsdatum entlassen enddate end
        left leftdate leavingdate dateleft discharge dischargedate until bis ausgeschieden""",
    Column.PHONE: """telefon telefonnummer telefonnr tel telnr telefonprivat festnetz handy handynr
        handynummer
        mobil mobilnummer mobiltelefon mobilnr rufnummer phone phonenumber phoneno telephone
        telephonenumber mobile mobilenumber mobileno mobilephone cell cellphone landline homephone
        kontakttelefon
        kontakthandy kontaktmobil contactphone contacttelephone contactmobile contactnumber contacttel""",
    Column.EMAIL: """email emailadresse mail mailadresse emailaddress mailaddress kontaktemail kontaktmail
        contactemail""",
    Column.ADDRESS: """adresse anschrift wohnadresse wohnanschrift strasse strassehausnr strassehausnummer
        strasseundhausnummer strassenr strasseundnr hausnr hausnummer plz postleitzahl plzort plzundort
        ort wohnort stadt address homeaddress street streetaddress addressline addressline1 addressline2
        postcode zip zipcode postalcode city town adressestrasse adressehausnr adresseplz adresseort
        adressewohnort addressstreet addresscity addresstown addresspostcode addresszip""",
    Column.NOTE: """notiz notizen bemerkung bemerkungen anmerkung anmerkungen kommentar sonstiges hinweis
        hinweise note notes remark remarks comment comments""",
    Column.KEY_WORKER: """bezugsbetreuung bezugsperson bezugsbetreuer bezugsbetreuerin bezugsmitarbeiter
        bezugstherapeut bezugstherapeutin bezugsfachkraft bezug keyworker keyperson keycontact caseworker
        casemanager named primaryworker supportworker""",
    Column.CONTACT_NAME: """notfallkontakt notfallkontaktname kontaktperson kontaktpersonname
        ansprechpartner
        ansprechperson ansprechpartnername angehorige angehoriger angehorigename angehorigenname
        notfallname imnotfall imnotfallverstandigen verstandigen notfallbenachrichtigen
        rechtlichebetreuung rechtlicherbetreuer gesetzlicherbetreuer gesetzlichebetreuung betreuer
        betreuername rechtlichebetreuungname emergencycontact emergencycontactname emergencyname
        contactperson contactpersonname nextofkin nextofkinname contactname kin kinname guardian
        guardianname carer carername""",
    Column.CONTACT_RELATION: """beziehung verwandtschaft verhaltnis notfallkontaktbeziehung
        kontaktpersonbeziehung
        angehorigebeziehung kontaktpersonverhaltnis notfallkontaktverhaltnis
        relation relationship contactrelation emergencycontactrelation emergencycontactrelationship
        nextofkinrelationship nextofkinrelation contactrelationship""",
    Column.CONTACT_PHONE: """notfallnummer notfalltelefon notfallhandy notfallkontakttelefon
        notfallkontakttel
        notfallkontaktnummer notfallkontakthandy notfallkontaktmobil kontaktpersontelefon kontaktpersontel
        kontaktpersonhandy ansprechpartnertelefon ansprechpartnertel angehorigetelefon angehorigetel
        angehorigehandy angehorigentelefon betreuertelefon betreuertel rechtlichebetreuungtelefon
        rechtlichebetreuungtel telefonnotfall telefonnotfallkontakt telefonangehorige
        telefonkontaktperson emergencycontactphone emergencycontactnumber emergencycontacttelephone
        emergencyphone emergencynumber emergencytelephone emergencytel nextofkinphone nextofkintelephone
        kinphone carerphone guardianphone contactpersonphone contactpersontelephone""",
    Column.ALERT: """warnhinweis warnhinweise achtung wichtig zubeachten bittebeachten besonderheit
        besonderheiten
        risiko risiken sicherheit alert alerts warning warnings important medicalalert risk risks
        safety""",
    Column.ALLERGY: """allergie allergien unvertraglichkeit unvertraglichkeiten
        allergienunvertraglichkeiten allergy
        allergies foodallergies intolerances allergiesintolerances""",
    Column.NEED: """bedarf unterstutzungsbedarf hilfebedarf bedarfe braucht unterstutzung need needs
        supportneeds
        additionalneeds specialneeds accessneeds""",
    Column.STRENGTH: """starken ressourcen fahigkeiten strength strengths resources skills""",
    Column.INTEREST: """interesse interessen hobby hobbys hobbies interest interests likes""",
    Column.DIET: """ernahrung essen kost kostform diat diet dietary dietaryrequirements dietaryneeds
        food""",
    Column.GROUPS: """gruppe gruppen angebot angebote gruppenangebot gruppenangebote kurs kurse group groups
        activity activities class classes programme sessions""",
    Column.PHOTOS: """foto fotos fotoerlaubnis fotoeinwilligung einwilligungfoto einwilligungfotos
        einwilligungfotografie fotogenehmigung fotosja bilder bildrechte photo photos photoconsent
        photosconsent consentphotos consentphoto consenttophotos photopermission fotosok fotook photosok
        photook consentforphotos photographyconsent""",
    Column.DAYS: """tage wochentage anwesenheitstage vereinbartetage besuchstage betreuungstage
        tageprowoche days
        weekdays agreeddays attendancedays attendsdays daysattending""",
    Column.MON: "mo mon montag monday montags mondays",
    Column.TUE: "di die tue tues dienstag tuesday dienstags tuesdays",
    Column.WED: "mi mit wed mittwoch wednesday mittwochs wednesdays",
    Column.THU: "do don thu thur thurs donnerstag thursday donnerstags thursdays",
    Column.FRI: "fr fre fri freitag friday freitags fridays",
    Column.SAT: "sa sam sat samstag sonnabend saturday samstags saturdays",
    Column.SUN: "so son sun sonntag sunday sonntags sundays",
}
MEANING = {word: column for column, words in HEADERS.items() for word in words.split()}

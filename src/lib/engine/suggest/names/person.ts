/** Names of what a person has. Format: `./lexicon.ts`. */
export const PERSON_NAMES = `
first-name: en first name, given name, forename, firstname, fname, christian name | nb fornavn | da fornavn | sv förnamn | nl voornaam | it nome | de vorname | fr prénom | es nombre, nombre de pila, primer nombre
last-name: en last name, surname, family name, lname | nb etternavn | da efternavn | sv efternamn | nl achternaam, familienaam | it cognome | de nachname, familienname, zuname, name | fr nom de famille, nom | es apellidos, apellido
middle-name: en middle name, additional name, second name, mname | nb mellomnavn | da mellemnavn | sv mellannamn | nl tussenvoegsel, tweede voornaam | it secondo nome | de zweiter vorname | fr deuxième prénom | es segundo nombre
full-name: en full name, contact name, person name, display name, lead name | nb fullt navn, kontaktnavn | da fulde navn, kontaktnavn | sv fullständigt namn, kontaktnamn | nl volledige naam | it nome completo | de vollständiger name, kontaktname | fr nom complet | es nombre completo
phonetic-first-name: en phonetic first name, given name yomi, yomi first name
phonetic-last-name: en phonetic last name, family name yomi, yomi last name
phonetic-middle-name: en phonetic middle name, additional name yomi, yomi middle name
salutation: en salutation, name prefix, title prefix, honorific, courtesy title, title | nb tiltaleform, hilsen | da tiltaleform, titel | sv tilltal, hälsningsfras | nl aanhef, aanspreektitel | it appellativo, saluto | de anrede | fr civilité, formule de politesse, titre de civilité | es saludo, tratamiento
name-suffix: en suffix, name suffix | nb suffiks | da suffiks | sv suffix | nl achtervoegsel | it suffisso | de namenszusatz, suffix | fr suffixe | es sufijo
nickname: en nickname, preferred name | nb kallenavn | da kaldenavn | sv smeknamn | nl roepnaam, bijnaam | it soprannome | de spitzname, rufname | fr surnom | es apodo, sobrenombre
initials: en initials | nb initialer | sv initialer | nl initialen, voorletters | it iniziali | de initialen | fr initiales | es iniciales
email: en email, email address, e mail, e mail address, primary email, mail, email from, contact email | nb epost, epostadresse, e post adresse | da e mail, e mailadresse, mailadresse | sv e post, e postadress, epost, mejl | nl e mailadres, emailadres | it e mail, indirizzo e mail, indirizzo email, posta elettronica | de e mail adresse, emailadresse, mailadresse | fr e mail, adresse e mail, courriel, adresse électronique, adresse mail, adresse courriel | es correo, correo electrónico, dirección de correo electrónico, dirección de correo
job-title: en job title, title, position, function, job position, role, organization title, job role | nb stilling, stillingstittel, jobbtittel, tittel | da stilling, jobtitel, titel | sv befattning, titel, jobbtitel, yrkestitel | nl functie, functietitel | it qualifica, posizione lavorativa, titolo professionale, posizione, mansione | de position, berufsbezeichnung, stellenbezeichnung, titel, jobtitel | fr intitulé du poste, fonction, poste, titre, titre du poste, poste occupé | es cargo, puesto, puesto de trabajo, título
profession: en profession, occupation | nb yrke | da erhverv | sv yrke | nl beroep | it professione | de beruf | fr profession | es profesión
department: en department, organization department, dept, division | nb avdeling | da afdeling | sv avdelning | nl afdeling | it reparto, dipartimento | de abteilung | fr département, service | es departamento
birthday: en birthday, birthdate, birth date, date of birth, dob | nb fødselsdato, fødselsdag | da fødselsdato, fødselsdag | sv födelsedatum, födelsedag | nl geboortedatum, verjaardag | it data di nascita, compleanno | de geburtsdatum, geburtstag | fr date de naissance, anniversaire | es fecha de nacimiento, cumpleaños
anniversary: en anniversary, wedding anniversary | de jahrestag, hochzeitstag | es aniversario
gender: en gender, sex | nb kjønn | da køn | sv kön | nl geslacht | it sesso, genere | de geschlecht | fr sexe, genre | es género, sexo
language: en language, preferred language, lang | nb språk | da sprog | sv språk | nl taal | it lingua | de sprache | fr langue | es idioma, lengua
marital-status: en marital status, family status | nb sivilstatus | de familienstand | fr état civil, situation familiale | es estado civil
manager: en manager, managers name, reports to | de vorgesetzter | fr responsable
assistant-name: en assistant name, assistants name, assistant
lifecycle-stage: en lifecycle stage, contacts stage | nb livssyklusstadium, livssyklusfase | da livscyklusfase | sv livscykelsteg, livscykelfas | nl levenscyclusfase, lifecyclefase | it fase del ciclo di vita | de lifecycle phase, lifecyclephase | fr phase du cycle de vie, étape du cycle de vie | es etapa del ciclo de vida, fase del ciclo de vida
lead-status: en lead status | nb leadstatus, lead status | da leadstatus | sv leadstatus | nl leadstatus | it stato del lead, stato lead | de leadstatus, lead status | fr statut du lead, statut de la piste, statut piste | es estado del lead, estado de candidato
lead-source: en lead source, source, source of lead | nb leadkilde, kilde | da leadkilde, kundeemnekilde, kilde | sv leadkälla, källa | nl leadbron, bron | it origine del lead, fonte del lead, fonte lead, origine | de leadquelle, lead quelle, herkunft | fr origine de la piste, source de la piste, source du lead, origine | es origen del lead, origen del candidato, fuente del lead, origen
labels: en group membership, labels, categories, tags, label | nb etiketter, kategorier | da etiketter, kategorier | sv etiketter, taggar | nl labels, categorieën | it etichette, categorie | de kategorien, schlagwörter | fr étiquettes, catégories, libellés | es etiquetas, categorías
`;

import { describe, expect, it } from 'vitest';
import { pairsOf, suggestHeaders } from './made-side.ts';

const CONTACTS =
  'Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Company Name,Street Address,City,Postal Code,Country/Region,Contact owner,Last Modified Date'.split(
    ',',
  );
const MAPPED = CONTACTS.slice(1, -1);

/** The same columns in the same order, as exports in these languages head them. */
const IN_LANGUAGE: Readonly<Record<string, string>> = {
  nb: 'Post-ID,Fornavn,Etternavn,E-post,Telefonnummer,Mobiltelefonnummer,Stilling,Firmanavn,Gateadresse,Poststed,Postnummer,Land/region,Kontakteier,Dato for siste endring',
  da: 'Post-id,Fornavn,Efternavn,E-mail,Telefonnummer,Mobilnummer,Stilling,Virksomhedsnavn,Adresse,By,Postnummer,Land/område,Kontaktejer,Dato for seneste ændring',
  sv: 'Post-ID,Förnamn,Efternamn,E-post,Telefonnummer,Mobilnummer,Befattning,Företagsnamn,Gatuadress,Stad,Postnummer,Land/region,Kontaktägare,Senast ändrad',
  nl: 'Record-ID,Voornaam,Achternaam,E-mailadres,Telefoonnummer,Mobiel telefoonnummer,Functie,Bedrijfsnaam,Straat,Plaats,Postcode,Land/regio,Eigenaar contact,Laatst gewijzigd',
  it: "ID record,Nome,Cognome,E-mail,Numero di telefono,Cellulare,Qualifica,Nome azienda,Indirizzo,Città,CAP,Paese/regione,Proprietario del contatto,Data dell'ultima modifica",
  de: 'Datensatz-ID,Vorname,Nachname,E-Mail,Telefonnummer,Mobiltelefonnummer,Position,Unternehmensname,Straße,Stadt,Postleitzahl,Land/Region,Für Kontakt zuständiger Mitarbeiter,Datum der letzten Änderung',
  fr: "ID de l'enregistrement,Prénom,Nom,E-mail,Numéro de téléphone,Numéro de téléphone mobile,Intitulé du poste,Nom de l'entreprise,Adresse,Ville,Code postal,Pays/région,Propriétaire du contact,Date de dernière modification",
  es: 'ID de registro,Nombre,Apellidos,Correo,Número de teléfono,Número de teléfono móvil,Cargo,Nombre de la empresa,Dirección,Ciudad,Código postal,País/región,Propietario del contacto,Fecha de última modificación',
};

const COMPANIES =
  'Company name,Website URL,Phone Number,Industry,Number of Employees,Annual Revenue,City,Country/Region'.split(
    ',',
  );

const COMPANIES_IN: Readonly<Record<string, string>> = {
  nb: 'Firmanavn,Nettsted,Telefon,Bransje,Antall ansatte,Årlig omsetning,Poststed,Land',
  da: 'Virksomhedsnavn,Websted,Telefon,Branche,Antal medarbejdere,Årlig omsætning,By,Land',
  sv: 'Företagsnamn,Webbplats,Telefon,Bransch,Antal anställda,Årlig omsättning,Ort,Land',
  nl: 'Bedrijfsnaam,Website,Telefoon,Branche,Aantal werknemers,Jaarlijkse omzet,Plaats,Land',
  it: 'Nome azienda,Sito web,Telefono,Settore,Numero di dipendenti,Fatturato annuo,Città,Paese',
  de: 'Unternehmensname,Website,Telefon,Branche,Anzahl der Mitarbeiter,Jahresumsatz,Ort,Land',
  fr: "Nom de l'entreprise,Site web,Téléphone,Secteur d'activité,Nombre d'employés,Chiffre d'affaires annuel,Ville,Pays",
  es: 'Nombre de la empresa,Sitio web,Teléfono,Sector,Número de empleados,Ingresos anuales,Ciudad,País',
};

describe('header names in nine languages', () => {
  it.each(Object.entries(IN_LANGUAGE))(
    'contacts in %s map to English ones, none missing, none wrong',
    (_, row) => {
      const other = row.split(',');
      const said = suggestHeaders(CONTACTS, other);
      expect(pairsOf(said)).toEqual(MAPPED.map((name, i) => `${name} = ${other[i + 1]!}`));
      expect(said.kind.kind).toBe('contacts');
      expect(said.idFields.right?.field).toBe(other[0]);
      expect(said.modifiedFields.right?.field).toBe(other.at(-1));
      expect(said.identifiers).toMatchObject([{ name: 'email', left: 'Email', right: other[3] }]);
    },
  );

  it.each(Object.entries(COMPANIES_IN))('companies in %s map to English ones', (_, row) => {
    const other = row.split(',');
    const said = suggestHeaders(COMPANIES, other);
    expect(pairsOf(said)).toEqual(COMPANIES.map((name, i) => `${name} = ${other[i]!}`));
    expect(said.kind.kind).toBe('companies');
  });

  it('two languages none of which is English', () => {
    const [left, right] = [IN_LANGUAGE['nb']!.split(','), IN_LANGUAGE['fr']!.split(',')];
    expect(pairsOf(suggestHeaders(left, right))).toEqual(
      left.slice(1, -1).map((name, i) => `${name} = ${right[i + 1]!}`),
    );
  });

  it('a bare Name follows what stands beside it', () => {
    const german = suggestHeaders(['Vorname', 'Name', 'E-Mail'], ['First Name', 'Last Name', 'Email']);
    expect(pairsOf(german)).toEqual(['Vorname = First Name', 'Name = Last Name', 'E-Mail = Email']);
    const title = suggestHeaders(
      ['Title', 'Job Title', 'First Name', 'Email'],
      ['Salutation', 'Title', 'FirstName', 'Email'],
    );
    expect(pairsOf(title)).toContain('Title = Salutation');
    expect(pairsOf(title)).toContain('Job Title = Title');
  });
});

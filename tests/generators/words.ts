/** Words the generated exports are made of; none holds a comma or a quote. */

const words = (text: string): readonly string[] => text.split(' ');

export const FIRST_NAMES = words(
  'Anna Bjørn Kari Ola Ingrid Lars Sofie Magnus Åse Øyvind Nils Marit Henrik Eva Jørgen Astrid Karl Linnea Göran Åsa Mikael Freja Søren Mette Rasmus Birgitte Emil Hedda Torbjørn Sigrid Jonas Maja Petter Ragnhild Anders Elin Håkon Tuva Jürgen Katja',
);

export const LAST_NAMES = words(
  'Aasgaard Bakkelund Brattli Dalsbø Eikeland Fjeldstad Granmo Haugsand Isdahl Jernberg Kvamsø Lindvall Myrvang Nordbø Oppedal Prestmo Rønnevik Skogheim Tveitan Ulvestad Vangsnes Ødegaard Åkerblom Bergqvist Cederlöf Dahlström Ekdahl Forsgård Hällberg Kjærholt Lauridsen Møllegård Nørrelund Østerby Pilgaard Rosenvinge Sandholdt Thygesen Vestergren Winterfeld',
);

export const COMPANIES = words(
  'Fjordhaug Nordlund Bergdal Solnes Storvik Lillestad Vestmoen Kvalheim Tindborg Brattun Skogmark Elvehamn Myreide Furulund Granstad Havnes Strandvik Holmheim Askdal Sundborg',
);

export const CITIES = words(
  'Oslo Bergen Trondheim Tromsø Ålesund Stockholm Göteborg Malmö Luleå København Aarhus Odense Helsinki Turku Berlin Hamburg Leeds London Bodø Stavanger',
);

export const COUNTRIES = words('Norway Sweden Denmark Finland Germany');

export const TITLES = words(
  'CEO CFO CTO Controller Innkjøper Salgssjef Markedssjef Økonomisjef Prosjektleder Driftssjef Inköpschef Indkøber Regnskabschef Butikksjef Rådgiver Selger Utvikler Designer Jurist Assistent',
);

export const STAGES = words('subscriber lead marketingqualifiedlead salesqualifiedlead opportunity customer');

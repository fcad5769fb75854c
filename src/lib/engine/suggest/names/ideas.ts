/**
 * What single words of field names mean in sales, stock, money, insurance, people, places and laboratories: one idea a line, its
 * words in English, German, French, Spanish, Dutch, Portuguese, Italian and Norwegian. A word may stand for several ideas. Words of
 * a compound are found in it (`Lieferdatum`). `~` before an idea: many fields have it, so that it tells little.
 */
export const IDEAS = `
~number: number no nbr num nr nummer numéro numero número nombre numer ref reference referenz référence referencia referência riferimento referanse id identifier identifiant identificador kennung kennziffer key schlüssel clé clave sleutel chave chiave nøkkel code codigo código codice kode kennzeichen
~name: name nom nombre naam nome navn namn bezeichnung label libellé etiqueta benaming designation désignation denominación denominação denominazione title titel titre título titolo
~date: date datum fecha data dato day tag jour día dag dia giorno
~time: time zeit heure hora tijd ora tid timestamp zeitpunkt
~amount: amount betrag montant importe bedrag valor value wert valeur montante beløp importo waarde verdi sum summe somme suma som soma somma worth
~quantity: quantity qty zahl tally menge quantité cantidad hoeveelheid quantidade quantità mengde count anzahl aantal antall units stück pieces number nombre número numero effectif
~type: type typ tipo kind art sort sorte soort genre category kategorie catégorie categoría categorie categoria class klasse classe clase group gruppe groupe grupo groep gruppo klassifizierung
~status: status state zustand statut état estado toestand stato tilstand progress
~text: text texte texto tekst testo description beschreibung descripción omschrijving beschrijving descrição descrizione beskrivelse details summary
~percent: percent percentage prozent pourcentage porcentaje procent percentagem percentuale prosent share anteil part
~rate: rate satz taux tasa tipo tarief voet taxa tasso sats tarif tarifa quote ratio quota
~total: total gesamt totale totaal totalt gesamtsumme
first: first erst erste premier première primer primero primera eerste primeiro primeira primo prima første
last: last letzte letzter letztes dernier dernière último última laatste ultimo ultima siste latest recent
given: given fore vorname vor prénom pila voornaam voor primeiro fornavn christian rufname prenom
family: family sur nachname nach familie famille apellidos apellido achternaam familienaam achter apelido sobrenome cognome etternavn zuname
person: person personne persona persoon pessoa individual
order: order bestellung bestell bestel auftrag auftrags commande pedido bestelling encomenda ordine ordre bestilling purchase kauf einkauf
line: line zeile position pos ligne línea linea regel linha riga linje
article: article item artikel artículo articulo artigo articolo vare produkt product produit producto produto prodotto goods ware material materiál
customer: customer client kunde kunden cliente klant klanten buyer käufer acheteur comprador koper
supplier: supplier vendor lieferant fournisseur proveedor leverancier fornecedor fornitore leverandør kreditor creditor
company: company firma unternehmen entreprise empresa bedrijf bedrijfs azienda organisation organization organisatie organización gesellschaft société sociedad firm selskap bedrift
contact: contact kontakt contacto contatto ansprechpartner kontaktperson interlocutor
partner: partner geschäftspartner tiers interlocutor relatie parceiro party
employee: employee staff mitarbeiter employé empleado medewerker werknemer funcionário colaborador dipendente ansatt personnel personal personeel workers headcount heads ansatte empleados
employer: employer arbeitgeber employeur empleador werkgever empregador datore arbeidsgiver
seller: seller verkäufer vendeur vendedor verkoper venditore selger salesperson representative rep sales vertrieb verkauf vente ventas verkoop venda vendas vendita salg
manager: manager leiter responsable beheerder gestor betreuer responsabile leder verantwortlich responsável owner eigentümer inhaber propriétaire propietario eigenaar proprietário
price: price preis prix precio prijs preço prezzo pris
unit: unit einzel einheit unitaire unitario unidad unité eenheid stuks unidade unitário each enhet unità measure maß mesure medida maat
discount: discount rabatt remise descuento korting desconto sconto rebate nachlass
tax: tax steuer taxe impuesto iva btw imposto tva mwst vat mva imposta belasting umsatzsteuer
net: net netto neto líquido nett
gross: gross brutto brut bruto lordo bruttobetrag
freight: freight fracht port envío vracht frete shipping carriage transport transporte trasporto frakt versand verzend verzending flete envíos
cost: cost kosten coût coûts frais gastos coste costo custo kostnad costi expense expenses spesa custos
fee: fee fees gebühr gebühren frais comisión comisiones comissão comissões commission kosten charges honorar provision
delivery: delivery deliver liefer lieferung livraison livrée entrega lever levering consegna geliefert geleverde entregada entregue delivered expédition versand leverings
ordered: ordered bestellt commandée pedida bestelde bestel pedida encomendada
invoice: invoice rechnung rechnungs facture factura factuur fatura fattura faktura bill billing facturation
payment: payment pay paid pagos pagados payés betaalde pagati gezahlt betaald zahlung zahl zahlungs paiement pago betaal betaling pagamento payé bezahlt betalings règlement paying pagado
terms: terms bedingung bedingungen conditions condiciones voorwaarden condições condizioni vilkår
due: due fällig fälligkeit échéance vencimiento verval vencimento scadenza forfall maturity
warehouse: warehouse lager entrepôt almacén magazijn armazém magazzino depot storage stock lagerort bestand bodega
store: stock bestand storage lager existencias voorraad inventario inventar stockage almacenamiento bewaar armazenamento
carrier: carrier spediteur transporteur transportista vervoerder transportador vettore haulier frachtführer transportadora
weight: weight gewicht poids peso gewicht vekt
volume: volume volumen inhoud inhalt
package: package packages packstück packstücke colis bultos colli volumes paket pakket parcel carton
remark: remark remarks bemerkung bemerkungen remarque remarques observaciones opmerking opmerkingen observações note notes notiz notizen nota notas comment comments kommentar commentaire merknad annotation hinweis
policy: policy police policen póliza polis apólice polizza polise
contract: contract vertrag contrat contrato contratto kontrakt agreement avtale
insured: insured assuré asegurada asegurado verzekerd segurado versicherung versicherungs assurée seguro verzekering insurance assurance assicurato forsikring assicurazione
holder: holder nehmer tomador titulaire titular houder
claim: claim claims schaden schäden sinistre sinistres siniestro siniestros schade schades sinistro sinistros losses loss verlust
premium: premium prämie prime prima premie prémio premio beitrag
excess: excess deductible selbstbehalt selbstbeteiligung franchise franquicia franquia
cover: coverage cover deckung couverture cobertura dekking
annual: annual yearly year jahr jahres annuel annuelle anual año años jaar jaarlijks anno annuale årlig an années ano anos ans
monthly: monthly month monat monats mensuel mensuelle mensual mes meses maand maanden mês mensal mese mensile måned mois months monate monatlich mensualité
day: day days tag tage jour jours día días dag dagen dia dias giorno giorni
week: week woche semaine semana settimana uke
start: start begin beginn beginning début inicio ingang aanvang início inizio anfang anfangs opening initial inicial eröffnung begin effective gültig
end: end ende ablauf fin eind einde fim fine slutt closing final schluss expiry expires expiration finale ultimo
birth: birth born geburt geburts naissance nacimiento geboorte nascimento nascita fødsel
branch: branch sparte branche ramo sector secteur industry industrie industria indústria branchen
office: office filiale agence sucursal filiaal agência filial büro bureau oficina kantoor escritório niederlassung
agent: agent broker vermittler courtier agente mediador makler tussenpersoon
bonus: bonus bonificación bónus
vehicle: vehicle car fahrzeug véhicule vehículo auto veículo wagen veicolo coche carro bil voiture voertuig
make: make brand marke marque marca merk merke
plate: plate registration kennzeichen immatriculation matrícula kenteken
mileage: mileage kilometerstand kilométrage kilometraje quilometragem odometer kilometer
engine: engine motor moteur
power: power leistung puissance potencia vermogen potência horsepower
method: method methode méthode mode forma wijze método metodo weise means
interval: interval intervall périodicité periodicidad termijn periodicidade frequency frequenz frequentie fréquence
account: account konto compte cuenta rekening conta accountnumber
bank: bank banque banco bancaire bancaria bancária banca
risk: risk risiko risque riesgo risico risco rischio
score: score punkte punktzahl puntuación pontuação points puntos punti
job: job occupation beruf profession métier profesión beroep profissão professione yrke stelle poste puesto cargo function funktion fonction functie função role rolle rôle position stilling puesto mansione
cancelled: cancelled canceled cancel kündigung kündigungs résiliation cancelación opzeg opzegging cancelamento storno annulation geannuleerd storniert terminated
borrower: borrower debtor kreditnehmer emprunteur prestatario kredietnemer mutuário
balance: balance saldo solde bilanz
interest: interest zins zinssatz intérêt interés rente juro juros interessi
loan: loan darlehen darlehens kredit prêt préstamo lening leen leenbedrag empréstimo principal lån prestito hypothek
term: term duration laufzeit durée plazo looptijd prazo durata dauer duración
income: income einkommen revenu ingresos inkomen rendimento earnings reddito lohn gehalt salary salaire sueldo salario salaris salário stipendio lønn wage
debt: debt schulden dette deuda schuld dívida endettement verschuldung debito
credit: credit kredit crédit crédito krediet credito crediticia bonität
collateral: collateral sicherheit garantie garantía onderpand garantia pfand guarantee
purpose: purpose zweck objet finalidad doel finalidade verwendung scopo used usage
currency: currency währung devise moneda munt munteenheid moeda valuta ccy
overdue: overdue late überfällig retard retraso laat atraso verspätet vencido
arrears: arrears rückstand rückstände arriérés atrasos achterstand
approved: approved granted bewilligt genehmigt approuvé aprobado goedgekeurd aprovado approvato freigegeben accordé
road: road street straße strasse rue calle straat rua via gate chaussée
house: house haus casa huis maison porta hus building
address: address adresse dirección adres endereço indirizzo anschrift domicilio
town: town city ort stadt ville ciudad plaats stad cidade città woonplaats poblacion localidad localidade gemeinde commune by municipio poststed
post: post postal postleitzahl plz postcode zip postnummer cap poste postale
country: country land pays país paese nation staat
region: region gebiet région región gebied zona regione área area província provincia bezirk district zone regio
district: district stadtteil quartier distrito wijk bairro ward viertel
mail: mail email electronique électronique correo correio posta courriel epost
phone: phone telephone telefon téléphone teléfono telefoon telefone telefono rufnummer tel telefonnummer
mobile: mobile mobil handy portable móvil mobiel telemóvel cellulare celular cell
fax: fax telefax faks
web: web website internet internetseite site sitio página pagina webseite homepage nettsted url
segment: segment segmentation segmento segmentering segmentierung
channel: channel kanal canal kanaal weg
newsletter: newsletter boletín nieuwsbrief boletim abonnement rundbrief
turnover: turnover revenue umsatz affaires facturación omzet negócios fatturato omsetning volume chiffre ventas
limit: limit plafond límite limiet limite grenze høyeste
next: next nächster nächste prochain prochaine próxima próximo volgende neste prossimo
meeting: meeting appointment termin rendez vous cita afspraak compromisso reunião réunion møte appuntamento besprechung
language: language sprache langue idioma taal língua lingua språk
visit: visit visits besuch besuche visite visites visita visitas bezoek bezoeken
compound: compound molecule stoff composé compuesto composto verbindung substance substanz sustancia substância
structure: structure struktur estructura structuur estrutura formula formel formule
molecular: molecular molekular molekül moléculaire molecuul molecolare
surface: surface fläche oberfläche superficie oppervlak oppervlakte área area
polar: polar polare polaire polair
coefficient: coefficient koeffizient coeficiente coëfficiënt coefficiente
donor: donor donors donoren donneur donneurs donante donantes doador doadores
acceptor: acceptor acceptors akzeptor akzeptoren accepteur accepteurs aceptor aceptores acceptoren aceitador aceitadores
bond: bond bonds bindung bindungen liaison liaisons enlace enlaces binding bindingen ligação ligações
measured: measured measurement messung mess mesure mesurée medido medición meet gemeten medição misura standard reading måling
activity: activity aktivität aktivitäts activité actividad activiteit activiteits atividade attività aktivitet
assay: assay test ensayo ensaio essai prüfung prueba teste proef
target: target ziel cible diana doelwit doel alvo objetivo mål
species: species spezies espèce especie soort espécie organism organismus
cell: cell zell zelle cellule celular celulaire cel célula cellule cellulaire
culture: culture kultur cultivo kweek cultivo cultura
batch: batch lot charge chargen lote partij partita parti
purity: purity reinheit pureté pureza zuiverheid purezza
melting: melting schmelz fusion fusión smelt fusão fusione
point: point punkt punto punt ponto
solubility: solubility löslichkeit solubilité solubilidad oplosbaarheid solubilidade
chemist: chemist chemiker chimiste químico chemicus
hazard: hazard danger gefahr gefahren peligro gevaar gevaren perigo pericolo fare
temperature: temperature temperatur température temperatura temperatuur
confidence: confidence vertrauen confiance confianza betrouwbaarheid confiança trust
meter: meter zähler compteur contador counter
building: building gebäude bâtiment edificio gebouw edifício bau edificio bygning construction construcción construção
built: construction baujahr built bau bouw construcción construção bouwjaar
electricity: electricity electric strom électrique électricité eléctrico electricidad stroom elétrico elettrico
gas: gas gaz gás
water: water wasser eau agua água acqua vann
use: use consumption verbrauch consommation consumo verbruik uso forbruk gebrauch
emission: emission emissions emissionen émissions emisiones uitstoot emissões carbon
latitude: latitude breitengrad latitud breedtegraad lat
longitude: longitude längengrad longitud lengtegraad lon lng
storey: storeys stories floors stockwerke étages plantas verdiepingen pisos etagen etasjer
dwelling: dwellings dwelling wohneinheiten logements viviendas woningen fogos wohnungen flats apartments
occupant: occupants occupant residents inhabitants bewohner habitants ocupantes bewoners einwohner
heating: heating heizung heizungs chauffage calefacción verwarming aquecimento riscaldamento
system: system système sistema systeem anlage
energy: energy energie énergie énergétique energética energía energia energética
inspection: inspection prüfung prüf inspección inspectie inspeção inspected kontroll control contrôle controle
inspector: inspector prüfer inspecteur inspetor kontrolleur
roof: roof dach toit cubierta dak telhado tetto tak
wall: wall walls wand mur murs muro muur parede muros
insulation: insulation dämmung isolation aislamiento isolatie isolamento isolierung
assessed: assessed estimated schätz geschätzt estimée estimé estimado taxatie estimativa stimato appraised
ground: ground grund foncier suelo grond terreno land
rent: rent pacht miete loyer canon erfpacht renda alquiler huur aluguer affitto lease leie
parking: parking stellplatz stellplätze garaje parkeer estacionamento parkplatz parkeerplaatsen
space: space spaces plätze places plazas plaatsen lugares platz place
solar: solar solaire zonne sonnen
output: output yield ertrag production producción opbrengst produção produktion
parcel: parcel plot flurstück parcelle parcela perceel
created: created creation erstellt erstellung créé création creado creación aangemaakt criado criação creato opprettet entered erfasst added angelegt
modified: modified changed updated geändert änderung modifié modification modificado modificación gewijzigd alterado atualizado modificato endret
sent: sent shipped gesendet versandt envoyé enviado verzonden enviado spedito
open: open offen ouvert abierto abierta aberto aperto åpen
closed: closed closing abschluss fermé cerrado gesloten fechado cierre chiuso lukket
priority: priority priorität priorité prioridad prioriteit prioridade priorità
reason: reason grund raison motif motivo reden årsak
source: source quelle origine origen fuente bron origem fonte herkunft kilde
stage: stage phase étape etapa fase stufe
probability: probability wahrscheinlichkeit probabilité probabilidad waarschijnlijkheid kans probabilidade probabilità
expected: expected erwartet prévu previsto verwacht esperado prevista voraussichtlich forventet geplant planned
actual: actual tatsächlich réel real werkelijk
gender: gender sex geschlecht sexe sexo geslacht género sesso kjønn
marital: marital familienstand civil matrimonial burgerlijke estado
age: age alter âge edad leeftijd idade età alder
child: child children kinder enfants hijos kinderen filhos figli barn
nationality: nationality citizenship nationalität staatsangehörigkeit nationalité nacionalidad nationaliteit nacionalidade nazionalità
department: department abteilung département departamento afdeling reparto avdeling service
hired: hired eintritt embauche contratación dienst admissão einstellung entry
salary: salary gehalt salaire salario salaris salário stipendio lohn lønn
supervisor: supervisor vorgesetzter supérieur supervisor leidinggevende
color: color colour farbe couleur color kleur cor colore farge
size: size größe taille tamaño talla maat tamanho taglia størrelse
length: length länge longueur longitud lengte comprimento lunghezza lengde
width: width breite largeur ancho breedte largura larghezza bredde
height: height höhe hauteur altura alto hoogte altezza høyde
minimum: minimum min mindest minimal mínimo minimale minimo
maximum: maximum max höchst maximal máximo maximale massimo
barcode: barcode ean gtin strichcode upc
manufacturer: manufacturer hersteller fabricant fabricante fabrikant produttore producer produsent maker
model: model modell modèle modelo
warranty: warranty garantie garantía garantia garanzia
user: user benutzer utilisateur usuario gebruiker utilizador usuário utente bruker
comment: comment kommentar commentaire comentario opmerking comentário commento
title: title anrede civilité tratamiento aanhef tratamento salutation titolo
main: main haupt principal hoofd principale
business: business geschäft geschäfts commercial comercial zakelijk
private: private privat privé particular prive privado home
debit: debit soll débito débit debe
tariff: tariff tarif tarifa tarief
return: return retoure retour devolución devolução reso
project: project projekt projet proyecto projeto progetto prosjekt
budget: budget presupuesto orçamento begroting
margin: margin marge margen margem margine
origin: origin herkunft origine origen herkomst origem
destination: destination ziel destino bestemming
route: route strecke ruta rota rute
position: position stelle
version: version versión versão versie
valid: valid gültig valable válido geldig valido gyldig
active: active aktiv actif activo actief ativo attivo
smoker: smoker raucher fumeur fumador roker fumatore tobacco
overtime: overtime überstunden
donation: donation spende don donación donatie doação
member: member mitglied membre miembro lid membro medlem
level: level stufe niveau nivel nível livello ebene grade
`;

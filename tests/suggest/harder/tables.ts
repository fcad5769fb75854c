/** Six tables, a line a column: its words = another word for it = German = French = Spanish = Dutch = Portuguese : its cells. */
export const TABLES: Readonly<Record<string, string>> = {
  shipment: `
order number = purchase ref = Auftragsnummer = numéro de commande = número de pedido = bestelnummer = número da encomenda : serial SO- 41000
line number = position = Positionsnummer = numéro de ligne = número de línea = regelnummer = número da linha : int 1 12
article code = item id = Artikelnummer = code article = código de artículo = artikelcode = código do artigo : code AR 5
article description = item text = Artikelbezeichnung = désignation = descripción del artículo = artikelomschrijving = descrição do artigo : item
ordered quantity = units asked = Bestellmenge = quantité commandée = cantidad pedida = bestelde hoeveelheid = quantidade pedida : low 1 900
delivered quantity = units shipped = Liefermenge = quantité livrée = cantidad entregada = geleverde hoeveelheid = quantidade entregue : low 1 700
unit price = price each = Einzelpreis = prix unitaire = precio unitario = stuksprijs = preço unitário : dec 1 480 2
discount percent = rebate = Rabatt Prozent = remise = descuento = korting = desconto : pick 0|2.5|5|7.5|10|15
tax rate = vat share = Steuersatz = taux de taxe = tipo de impuesto = btw tarief = taxa de imposto : pick 21|19|23|9|6
net amount = sum before tax = Nettobetrag = montant net = importe neto = nettobedrag = valor líquido : dec 20 90000 2
freight cost = carriage = Frachtkosten = frais de port = gastos de envío = vrachtkosten = custo de frete : dec 5 350 2
delivery date = arrives on = Lieferdatum = date de livraison = fecha de entrega = leverdatum = data de entrega : day 2023 2025
order date = placed on = Bestelldatum = date de commande = fecha de pedido = besteldatum = data da encomenda : day 2021 2022
customer name = client = Kundenname = nom du client = nombre del cliente = klantnaam = nome do cliente : firm
customer number = client id = Kundennummer = numéro client = número de cliente = klantnummer = número do cliente : code K 6
warehouse = depot = Lager = entrepôt = almacén = magazijn = armazém : pick Rotterdam N|Sines|Hamburg 2|Le Havre|Algeciras
carrier = haulier = Spediteur = transporteur = transportista = vervoerder = transportador : pick Schenkro|Velopost|TNX|Marlink|Portex
delivery terms = incoterm = Lieferbedingung = conditions de livraison = condiciones de entrega = leveringsvoorwaarden = condições de entrega : pick EXW|DAP|FCA|CIF|DDP
gross weight = kilos total = Bruttogewicht = poids brut = peso bruto = brutogewicht = peso bruto total : dec 0.2 900 3
net weight = kilos content = Nettogewicht = poids net = peso neto = nettogewicht = peso líquido : dec 0.1 780 3
volume = cubic size = Volumen = volume colis = volumen = inhoud = volume : dec 0.01 12 3
packages = cartons = Packstücke = colis = bultos = colli = volumes : int 1 24
payment terms = pay within = Zahlungsbedingung = conditions de paiement = condiciones de pago = betalingsvoorwaarden = condições de pagamento : pick 14 days|30 days|60 days|prepaid
sales person = rep = Verkäufer = vendeur = vendedor = verkoper = vendedor : person
order status = progress = Auftragsstatus = statut de commande = estado del pedido = orderstatus = estado da encomenda : pick open|picked|shipped|invoiced|closed
remarks = internal memo = Bemerkungen = remarques = observaciones = opmerkingen = observações : text`,
  policy: `
policy number = contract ref = Policennummer = numéro de police = número de póliza = polisnummer = número da apólice : serial P 700120
holder name = insured person = Versicherungsnehmer = assuré = tomador = verzekeringnemer = segurado : person
birth date = born = Geburtsdatum = date de naissance = fecha de nacimiento = geboortedatum = data de nascimento : day 1940 2003
annual premium = yearly fee = Jahresprämie = prime annuelle = prima anual = jaarpremie = prémio anual : dec 120 4300 2
sum insured = coverage = Versicherungssumme = somme assurée = suma asegurada = verzekerd bedrag = capital seguro : low 10000 950000
excess = deductible = Selbstbehalt = franchise = franquicia = eigen risico = franquia : pick 0|100|250|500|1000
start date = effective = Beginn = date de début = fecha de inicio = ingangsdatum = data de início : day 2012 2020
end date = expires = Ablaufdatum = date de fin = fecha de fin = einddatum = data de fim : day 2026 2034
product line = branch = Sparte = branche = ramo = branchegroep = ramo de seguro : pick motor|home|life|travel|liability
agent code = broker id = Vermittlernummer = code courtier = código de agente = agentcode = código do mediador : code BR 4
number of claims = losses = Anzahl Schäden = nombre de sinistres = número de siniestros = aantal schades = número de sinistros : low 0 9
claims paid = losses settled = Schadenzahlungen = sinistres payés = siniestros pagados = betaalde schades = sinistros pagos : low 0 64000
bonus class = no claims step = Schadenfreiheitsklasse = classe de bonus = clase de bonificación = schadevrije jaren = classe de bónus : int 0 20
vehicle make = car brand = Fahrzeugmarke = marque du véhicule = marca del vehículo = automerk = marca do veículo : pick Seatro|Renova|Volkar|Opalia|Citrix
plate = registration = Kennzeichen = immatriculation = matrícula = kenteken = matrícula : code QX- 5
mileage = kilometres a year = Kilometerstand = kilométrage = kilometraje = kilometerstand = quilometragem : low 1000 260000
engine power = horses = Motorleistung = puissance moteur = potencia del motor = motorvermogen = potência do motor : int 45 240
payment method = paid by = Zahlungsart = mode de paiement = forma de pago = betaalwijze = forma de pagamento : pick debit|transfer|card
payment interval = instalments = Zahlungsweise = périodicité = periodicidad = betaaltermijn = periodicidade : pick monthly|quarterly|yearly
bank account = iban = Bankverbindung = compte bancaire = cuenta bancaria = bankrekening = conta bancária : code NL02BK 10
smoker = tobacco = Raucher = fumeur = fumador = roker = fumador : flag
occupation = job = Beruf = métier = profesión = beroep = profissão : pick carpenter|nurse|teacher|driver|clerk|farmer
risk score = hazard points = Risikopunkte = score de risque = puntuación de riesgo = risicoscore = pontuação de risco : bell 610 130 0
cancelled on = terminated = Kündigungsdatum = date de résiliation = fecha de cancelación = opzegdatum = data de cancelamento : day 2021 2025`,
  loan: `
account key = ledger ref = Kontoschlüssel = clé du compte = clave de cuenta = rekeningsleutel = chave da conta : serial L 88000
borrower = debtor = Kreditnehmer = emprunteur = prestatario = kredietnemer = mutuário : person
opening balance = starting funds = Anfangssaldo = solde initial = saldo inicial = beginsaldo = saldo inicial : bell 21000 15000 2
closing balance = remaining funds = Endsaldo = solde final = saldo final = eindsaldo = saldo final : bell 9000 22000 2
interest rate = yearly percent = Zinssatz = taux d'intérêt = tipo de interés = rentevoet = taxa de juro : dec 0.4 9.8 3
principal amount = sum lent = Darlehensbetrag = montant du prêt = importe del préstamo = leenbedrag = montante do empréstimo : low 5000 480000
term months = duration = Laufzeit Monate = durée en mois = plazo en meses = looptijd maanden = prazo em meses : int 12 360
monthly payment = instalment = Monatsrate = mensualité = cuota mensual = maandbedrag = prestação mensal : dec 90 2900 2
monthly income = earnings = Monatseinkommen = revenu mensuel = ingresos mensuales = maandinkomen = rendimento mensal : bell 3100 1500 0
debt ratio = burden = Schuldenquote = taux d'endettement = ratio de deuda = schuldgraad = rácio de dívida : dec 0 1 4
credit score = solvency = Bonität = score de crédit = puntuación crediticia = kredietscore = pontuação de crédito : bell 650 110 0
collateral = pledge = Sicherheit = garantie = garantía = onderpand = garantia : pick house|car|deposit|none
purpose = used for = Verwendungszweck = objet du prêt = finalidad = bestedingsdoel = finalidade : pick renovation|vehicle|studies|business|holiday
branch office = counter = Filiale = agence = sucursal = filiaal = agência : town
currency = money = Währung = devise = moneda = munteenheid = moeda : pick EUR|USD|CHF|GBP
days overdue = late by = Tage überfällig = jours de retard = días de retraso = dagen te laat = dias de atraso : low 0 180
arrears = unpaid = Rückstand = arriérés = atrasos = achterstand = atrasos : low 0 9000
approved on = granted = Bewilligt am = approuvé le = aprobado el = goedgekeurd op = aprovado em : day 2008 2019
last payment = latest receipt = Letzte Zahlung = dernier paiement = último pago = laatste betaling = último pagamento : day 2022 2025
maturity date = ends = Fälligkeit = date d'échéance = fecha de vencimiento = vervaldatum = data de vencimento : day 2027 2045
risk class = grade = Risikoklasse = classe de risque = clase de riesgo = risicoklasse = classe de risco : pick A|B|C|D|E
fees = charges = Gebühren = frais = comisiones = kosten = comissões : dec 0 320 2`,
  party: `
party id = person ref = Partner Nr = id tiers = id interlocutor = relatienr = id do parceiro : serial D 5100
given name = forename = Vorname = prénom = nombre de pila = voornaam = primeiro nome : given
family name = surname = Familienname = nom de famille = apellidos = achternaam = apelido : family
road = street = Straßenname = rue = calle = straatnaam = rua : road
house number = building no = Hausnummer = numéro de rue = número de casa = huisnummer = número da porta : house
town = city = Ort = ville = ciudad = woonplaats = cidade : town
post code = zip = Postleitzahl = code postal = código postal = postcode = código postal : int 10000 98999
mail address = e mail = E-Mail-Adresse = adresse électronique = correo electrónico = e-mailadres = correio eletrónico : email
telephone = phone = Rufnummer = téléphone = teléfono = telefoon = telefone : phone
employer = works at = Arbeitgeber = employeur = empleador = werkgever = empregador : firm
job function = role = Funktion = fonction = puesto = functie = função : pick buyer|planner|founder|technician|lawyer|accountant
sales region = area = Vertriebsgebiet = région de vente = zona de ventas = verkoopgebied = região de vendas : pick Iberia|Benelux|DACH|Francophone
segment = tier = Segment = segmentation = segmento = segmentering = segmento : pick gold|silver|bronze|prospect
contact channel = reached by = Kontaktweg = canal de contact = canal de contacto = contactkanaal = canal de contacto : pick mail|call|visit|fair
newsletter = opt in = Newsletter Abo = abonnement lettre = boletín = nieuwsbrief = boletim : flag
yearly turnover = revenue = Jahresumsatz = chiffre d'affaires = facturación anual = jaaromzet = volume de negócios : low 20000 8000000
staff count = heads = Mitarbeiterzahl = effectif = número de empleados = aantal medewerkers = número de funcionários : low 1 1900
credit limit = allowed debt = Kreditlimit = plafond de crédit = límite de crédito = kredietlimiet = limite de crédito : pick 0|5000|10000|25000|50000
first contact = met on = Erstkontakt = premier contact = primer contacto = eerste contact = primeiro contacto : day 2009 2016
next appointment = follow up = Nächster Termin = prochain rendez-vous = próxima cita = volgende afspraak = próximo compromisso : day 2025 2026
web page = home page = Internetseite = site internet = página web = webpagina = página web : url
account manager = owner = Betreuer = responsable du compte = responsable de cuenta = accountbeheerder = gestor de conta : person
language = tongue = Sprache = langue = idioma = taal = língua : pick pt|es|fr|nl|de
visits a year = calls made = Besuche pro Jahr = visites par an = visitas al año = bezoeken per jaar = visitas por ano : low 0 30`,
  compound: `
compound key = molecule ref = Stoffschlüssel = clé du composé = clave del compuesto = stofsleutel = chave do composto : serial CX 20300
canonical structure = formula string = Strukturformel = formule développée = estructura = structuurformule = estrutura : smiles
molecular weight = mass = Molekulargewicht = poids moléculaire = peso molecular = molecuulgewicht = peso molecular : bell 380 120 2
polar surface = tpsa = Polare Oberfläche = surface polaire = superficie polar = polair oppervlak = superfície polar : bell 82 45 2
partition coefficient = logp = Verteilungskoeffizient = coefficient de partage = coeficiente de reparto = verdelingscoëfficiënt = coeficiente de partição : bell 2.8 2.4 3
donor count = hbd = Donoren Anzahl = nombre de donneurs = número de donantes = aantal donoren = número de doadores : int 0 6
acceptor count = hba = Akzeptoren Anzahl = nombre d'accepteurs = número de aceptores = aantal acceptoren = número de aceitadores : int 1 12
rotatable bonds = flexible links = Drehbare Bindungen = liaisons rotatives = enlaces rotables = draaibare bindingen = ligações rotativas : int 0 15
standard value = reading = Messwert = valeur mesurée = valor medido = meetwaarde = valor medido : low 1 99000
standard units = measure = Messeinheit = unité de mesure = unidad de medida = meeteenheid = unidade de medida : pick nM|uM|percent|ug/ml
activity type = endpoint = Aktivitätstyp = type d'activité = tipo de actividad = activiteitstype = tipo de atividade : pick IC50|Ki|EC50|Kd|MIC
assay description = test summary = Testbeschreibung = description du test = descripción del ensayo = testbeschrijving = descrição do ensaio : text
target name = protein = Zielprotein = nom de cible = nombre de la diana = doelwitnaam = nome do alvo : pick kinase A|protease B|receptor mu|channel K3|ligase D2
species = creature = Spezies = espèce = especie = soort organisme = espécie : pick Danio rerio|Bos taurus|Sus scrofa|Gallus gallus
cell culture = line grown = Zellkultur = culture cellulaire = cultivo celular = celkweek = cultura celular : pick VERO|MDCK|U2OS|A549|JURKAT
batch number = lot = Chargennummer = numéro de lot = número de lote = partijnummer = número de lote : code LT 6
purity = clean share = Reinheit = pureté = pureza = zuiverheid = pureza : dec 88 100 2
melting point = melts at = Schmelzpunkt = point de fusion = punto de fusión = smeltpunt = ponto de fusão : bell 160 80 1
solubility = dissolves = Löslichkeit = solubilité = solubilidad = oplosbaarheid = solubilidade : dec 0 60 3
measured on = tested = Messdatum = date de mesure = fecha de medición = meetdatum = data de medição : day 2001 2018
chemist = operator = Chemiker = chimiste = químico = chemicus = químico : person
hazard class = danger = Gefahrenklasse = classe de danger = clase de peligro = gevarenklasse = classe de perigo : pick none|irritant|toxic|oxidising
storage temperature = kept at = Lagertemperatur = température de stockage = temperatura de almacenamiento = bewaartemperatuur = temperatura de armazenamento : pick -80|-20|4|20
confidence = trust = Vertrauen = confiance = confianza = betrouwbaarheid = confiança : int 1 9`,
  meter: `
meter number = device id = Zählernummer = numéro de compteur = número de contador = meternummer = número do contador : serial MTR 9000
building area = floor space = Gebäudefläche = surface du bâtiment = superficie del edificio = gebouwoppervlakte = área do edifício : low 60 42000
construction year = built = Baujahr = année de construction = año de construcción = bouwjaar = ano de construção : int 1890 2021
electricity use = power kwh = Stromverbrauch = consommation électrique = consumo eléctrico = stroomverbruik = consumo elétrico : low 900 880000
gas use = heating fuel = Gasverbrauch = consommation de gaz = consumo de gas = gasverbruik = consumo de gás : low 0 310000
water use = litres = Wasserverbrauch = consommation d'eau = consumo de agua = waterverbruik = consumo de água : low 10 27000
carbon output = emissions = Emissionen = émissions = emisiones = uitstoot = emissões : dec 0.1 640 2
latitude = north = Breitengrad = latitude nord = latitud = breedtegraad = latitude norte : dec 38 53 5
longitude = east = Längengrad = longitude est = longitud = lengtegraad = longitude este : dec -9 13 5
storeys = floors = Stockwerke = étages = plantas = verdiepingen = pisos : int 1 28
dwellings = flats = Wohneinheiten = logements = viviendas = woningen = fogos : low 1 140
residents = inhabitants = Bewohner = habitants = ocupantes = bewoners = ocupantes : low 1 390
heating system = boiler kind = Heizungsart = système de chauffage = sistema de calefacción = verwarmingssysteem = sistema de aquecimento : pick heat pump|gas boiler|district|pellets
energy class = rating = Energieklasse = classe énergétique = clase energética = energieklasse = classe energética : pick A+|A|B|C|D|E|F
inspection date = checked = Prüfdatum = date d'inspection = fecha de inspección = inspectiedatum = data de inspeção : day 2014 2022
inspector = checker = Prüfer = inspecteur = inspector = inspecteur naam = inspetor : person
district = ward = Stadtteil = quartier = distrito = wijk = bairro : pick Ribeira|Nordend|Jordaan|Triana|Croix|Altstadt
roof type = top shape = Dachform = type de toit = tipo de cubierta = daktype = tipo de telhado : pick flat|gable|hip|shed
wall insulation = lagging = Wanddämmung = isolation des murs = aislamiento = muurisolatie = isolamento : dec 0 24 1
assessed value = worth = Schätzwert = valeur estimée = valor estimado = taxatiewaarde = valor estimado : low 40000 9000000
ground rent = lease = Pacht = loyer foncier = canon = erfpacht = renda : dec 0 3800 2
parking spaces = car bays = Stellplätze = places de parking = plazas de garaje = parkeerplaatsen = lugares de estacionamento : int 0 60
solar output = pv kwh = Solarertrag = production solaire = producción solar = zonne opbrengst = produção solar : low 0 52000
parcel number = plot = Flurstück = numéro de parcelle = número de parcela = perceelnummer = número da parcela : code FX 6`,
};

/**
 * What a consultant would map for pairs of header rows, written down by hand from the headers alone and before the
 * suggestions were tuned. The header rows themselves are read from `../shared/data` when the benchmark runs.
 * Left out on purpose: record ids, owner ids against owner names, associations, dates the app keeps itself, full name
 * against first and last name.
 * `also`: equally right answers for a field of `pairs`, and pairs one may or may not map; neither asked for nor wrong.
 */
export interface HeaderPair {
  readonly left: string;
  readonly right: string;
  /** `left name = right name`, several separated by ` ; `. */
  readonly pairs: string;
  readonly also?: string;
}

const GOOGLE_ADDRESS =
  'City = Address 1 - City ; State/Region = Address 1 - Region ; Postal Code = Address 1 - Postal Code ; Country/Region = Address 1 - Country';

export const HEADER_PAIRS: readonly HeaderPair[] = [
  {
    left: 'hubspot_contacts',
    right: 'google_contacts_2024_on',
    pairs: `First Name = First Name ; Last Name = Last Name ; Email = E-mail 1 - Value ; Phone Number = Phone 1 - Value ; Job Title = Organization Title ; Company Name = Organization Name ; ${GOOGLE_ADDRESS}`,
  },
  {
    left: 'hubspot_contacts',
    right: 'outlook_classic_92_columns',
    pairs:
      'First Name = First Name ; Last Name = Last Name ; Email = E-mail Address ; Phone Number = Business Phone ; Job Title = Job Title ; Company Name = Company ; City = Business City ; State/Region = Business State ; Postal Code = Business Postal Code ; Country/Region = Business Country/Region',
    also: 'Phone Number = Primary Phone',
  },
  {
    left: 'hubspot_contacts',
    right: 'pipedrive_people',
    pairs:
      'Email = Person - Email ; Phone Number = Person - Phone ; Company Name = Organization - Name ; Contact owner = Person - Owner',
  },
  {
    left: 'hubspot_contacts',
    right: 'salesforce-org-export/Contact.csv',
    pairs:
      'First Name = FirstName ; Last Name = LastName ; Email = Email ; Phone Number = Phone ; Job Title = Title ; City = MailingCity ; State/Region = MailingState ; Postal Code = MailingPostalCode ; Country/Region = MailingCountry',
  },
  {
    left: 'hubspot_contacts',
    right: 'dynamics/Contact.csv',
    pairs:
      'First Name = First Name ; Last Name = Last Name ; Email = Email ; Phone Number = Business Phone ; Job Title = Job Title ; Company Name = Company Name ; City = Address 1: City ; State/Region = Address 1: State/Province ; Postal Code = Address 1: ZIP/Postal Code ; Country/Region = Address 1: Country/Region',
  },
  {
    left: 'hubspot_contacts',
    right: 'datablist_customers',
    pairs:
      'First Name = First Name ; Last Name = Last Name ; Email = Email ; Phone Number = Phone 1 ; Company Name = Company ; City = City ; Country/Region = Country',
  },
  {
    left: 'hubspot_companies',
    right: 'salesforce-org-export/Account.csv',
    pairs:
      'Company name = Name ; Website URL = Website ; Phone Number = Phone ; Industry = Industry ; Number of Employees = NumberOfEmployees ; Annual Revenue = AnnualRevenue ; City = BillingCity ; State/Region = BillingState ; Country/Region = BillingCountry',
    also: 'Company Domain Name = Website',
  },
  {
    left: 'hubspot_companies',
    right: 'salesforce-dataloader-samples/accountData.csv',
    pairs:
      'Company name = NAME ; Website URL = WEBSITE ; Phone Number = PHONE ; Industry = INDUSTRY ; Number of Employees = NUMBEROFEMPLOYEES ; Annual Revenue = ANNUALREVENUE ; City = BILLINGCITY ; State/Region = BILLINGSTATE ; Country/Region = BILLINGCOUNTRY',
    also: 'Company Domain Name = WEBSITE',
  },
  {
    left: 'hubspot_companies',
    right: 'dynamics/Account.csv',
    pairs:
      'Company name = Account Name ; Phone Number = Main Phone ; City = Address 1: City ; State/Region = Address 1: State/Province ; Annual Revenue = Annual Revenue ; Company owner = Owner',
  },
  {
    left: 'hubspot_deals',
    right: 'salesforce-dataloader-samples/opportunityData.csv',
    pairs:
      'Deal Name = NAME ; Deal Stage = STAGENAME ; Amount = AMOUNT ; Close Date = CLOSEDATE ; Deal Type = TYPE',
  },
  {
    left: 'hubspot-dummy/hubspot_contacts.csv',
    right: 'salesforce-org-export/Contact.csv',
    pairs:
      'First Name = FirstName ; Last Name = LastName ; Email = Email ; Phone Number = Phone ; Mobile Phone Number = MobilePhone ; Job Title = Title ; Lead Source = LeadSource ; Street Address = MailingStreet ; City = MailingCity ; State/Region = MailingState ; Postal Code = MailingPostalCode ; Country = MailingCountry',
  },
  {
    left: 'hubspot-dummy/hubspot_companies.csv',
    right: 'salesforce-org-export/Account.csv',
    pairs:
      'Company Name = Name ; Industry = Industry ; Number of Employees = NumberOfEmployees ; Annual Revenue = AnnualRevenue ; Phone Number = Phone ; Website = Website ; Street Address = BillingStreet ; City = BillingCity ; State/Region = BillingState ; Postal Code = BillingPostalCode ; Country = BillingCountry',
    also: 'Company Domain Name = Website',
  },
  {
    left: 'google_contacts_2024_on',
    right: 'outlook_classic_92_columns',
    pairs:
      'First Name = First Name ; Middle Name = Middle Name ; Last Name = Last Name ; Name Prefix = Title ; Name Suffix = Suffix ; Organization Name = Company ; Organization Title = Job Title ; Organization Department = Department ; Birthday = Birthday ; Notes = Notes ; Labels = Categories ; E-mail 1 - Value = E-mail Address ; E-mail 2 - Value = E-mail 2 Address ; Phone 1 - Value = Business Phone ; Address 1 - Street = Business Street ; Address 1 - City = Business City ; Address 1 - Region = Business State ; Address 1 - Postal Code = Business Postal Code ; Address 1 - Country = Business Country/Region ; Address 1 - PO Box = Business Address PO Box ; Website 1 - Value = Web Page',
    also: 'Phone 1 - Value = Primary Phone ; Phone 2 - Value = Business Phone 2 ; Phone 2 - Value = Home Phone ; Phone 2 - Value = Mobile Phone ; Address 1 - Extended Address = Business Street 2',
  },
  {
    left: 'google_contacts_before_2024',
    right: 'google_contacts_2024_on',
    pairs:
      'Given Name = First Name ; Additional Name = Middle Name ; Family Name = Last Name ; Given Name Yomi = Phonetic First Name ; Additional Name Yomi = Phonetic Middle Name ; Family Name Yomi = Phonetic Last Name ; Name Prefix = Name Prefix ; Name Suffix = Name Suffix ; Nickname = Nickname ; Birthday = Birthday ; Notes = Notes ; Photo = Photo ; Group Membership = Labels ; Phone 1 - Type = Phone 1 - Label ; Phone 1 - Value = Phone 1 - Value',
  },
  {
    left: 'google_contacts_before_2024',
    right: 'outlook_classic_92_columns',
    pairs:
      'Given Name = First Name ; Additional Name = Middle Name ; Family Name = Last Name ; Name Prefix = Title ; Name Suffix = Suffix ; Initials = Initials ; Birthday = Birthday ; Gender = Gender ; Location = Location ; Billing Information = Billing Information ; Directory Server = Directory Server ; Mileage = Mileage ; Occupation = Profession ; Hobby = Hobby ; Sensitivity = Sensitivity ; Priority = Priority ; Notes = Notes ; Language = Language ; Group Membership = Categories ; Phone 1 - Value = Business Phone',
    also: 'Phone 1 - Value = Primary Phone ; Occupation = Job Title',
  },
  {
    left: 'pipedrive_people',
    right: 'datablist_customers',
    pairs: 'Person - Email = Email ; Person - Phone = Phone 1 ; Organization - Name = Company',
  },
  {
    left: 'datablist_customers',
    right: 'salesforce-org-export/Contact.csv',
    pairs:
      'First Name = FirstName ; Last Name = LastName ; City = MailingCity ; Country = MailingCountry ; Phone 1 = Phone ; Email = Email',
    also: 'Phone 2 = OtherPhone ; Phone 2 = MobilePhone',
  },
  {
    left: 'datablist_customers',
    right: 'google_contacts_2024_on',
    pairs:
      'First Name = First Name ; Last Name = Last Name ; Company = Organization Name ; City = Address 1 - City ; Country = Address 1 - Country ; Phone 1 = Phone 1 - Value ; Phone 2 = Phone 2 - Value ; Email = E-mail 1 - Value ; Website = Website 1 - Value',
  },
  {
    left: 'dynamics/Contact.csv',
    right: 'salesforce-org-export/Contact.csv',
    pairs:
      'Email = Email ; Business Phone = Phone ; Address 1: City = MailingCity ; Address 1: Country/Region = MailingCountry ; Address 1: State/Province = MailingState ; Address 1: Street 1 = MailingStreet ; Address 1: ZIP/Postal Code = MailingPostalCode ; Birthday = Birthdate ; Description = Description ; First Name = FirstName ; Home Phone = HomePhone ; Job Title = Title ; Last Name = LastName ; Lead Source = LeadSource ; Mobile Phone = MobilePhone ; Salutation = Salutation',
  },
  {
    left: 'datablist/organizations-10000.csv',
    right: 'hubspot_companies',
    pairs:
      'Name = Company name ; Website = Website URL ; Country = Country/Region ; Industry = Industry ; Number of employees = Number of Employees',
    also: 'Website = Company Domain Name',
  },
  {
    left: 'maven-crm-opportunities/accounts.csv',
    right: 'salesforce-org-export/Account.csv',
    pairs:
      'account = Name ; sector = Industry ; revenue = AnnualRevenue ; employees = NumberOfEmployees ; year_established = YearStarted',
    also: 'office_location = BillingCountry',
  },
  {
    left: 'maven-crm-opportunities/sales_pipeline.csv',
    right: 'hubspot_deals',
    pairs:
      'deal_stage = Deal Stage ; close_date = Close Date ; close_value = Amount ; sales_agent = Deal owner',
    also: 'account = Associated Company',
  },
  {
    left: 'google_contacts_2024_on',
    right: 'salesforce-org-export/Contact.csv',
    pairs:
      'First Name = FirstName ; Last Name = LastName ; Name Prefix = Salutation ; Organization Title = Title ; Organization Department = Department ; Birthday = Birthdate ; Notes = Description ; E-mail 1 - Value = Email ; Phone 1 - Value = Phone ; Address 1 - Street = MailingStreet ; Address 1 - City = MailingCity ; Address 1 - Region = MailingState ; Address 1 - Postal Code = MailingPostalCode ; Address 1 - Country = MailingCountry',
    also: 'Phone 2 - Value = OtherPhone ; Phone 2 - Value = MobilePhone ; Phone 2 - Value = HomePhone',
  },
  {
    left: 'outlook_classic_92_columns',
    right: 'salesforce-org-export/Contact.csv',
    pairs:
      "Title = Salutation ; First Name = FirstName ; Last Name = LastName ; Job Title = Title ; Department = Department ; Business Street = MailingStreet ; Business City = MailingCity ; Business State = MailingState ; Business Postal Code = MailingPostalCode ; Business Country/Region = MailingCountry ; Other Street = OtherStreet ; Other City = OtherCity ; Other State = OtherState ; Other Postal Code = OtherPostalCode ; Other Country/Region = OtherCountry ; Assistant's Phone = AssistantPhone ; Business Fax = Fax ; Business Phone = Phone ; Home Phone = HomePhone ; Mobile Phone = MobilePhone ; Other Phone = OtherPhone ; Assistant's Name = AssistantName ; Birthday = Birthdate ; E-mail Address = Email ; Notes = Description",
    also: 'Primary Phone = Phone ; Organizational ID Number = Employee_ID__c ; Government ID Number = SSN__c',
  },
  {
    left: 'hubspot-dummy/hubspot_deals.csv',
    right: 'hubspot_deals',
    pairs:
      'Deal Name = Deal Name ; Deal Stage = Deal Stage ; Pipeline = Pipeline ; Amount = Amount ; Close Date = Close Date ; Deal Owner = Deal owner ; Deal Type = Deal Type ; Closed Lost Reason = Closed Lost Reason',
  },
  {
    left: 'hubspot-dummy/hubspot_contacts.csv',
    right: 'dynamics/Contact.csv',
    pairs:
      'First Name = First Name ; Last Name = Last Name ; Email = Email ; Phone Number = Business Phone ; Mobile Phone Number = Mobile Phone ; Job Title = Job Title ; Lead Source = Lead Source ; Street Address = Address 1: Street 1 ; City = Address 1: City ; State/Region = Address 1: State/Province ; Postal Code = Address 1: ZIP/Postal Code ; Country = Address 1: Country/Region',
    also: 'Website URL = Website (Company Name) (Account)',
  },
];

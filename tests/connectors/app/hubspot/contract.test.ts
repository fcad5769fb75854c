import { appContract } from '../../../contracts/app-suite.ts';
import { HUBSPOT_OBJECTS, hubSpotUnderTest } from '../../../servers/hubspot/under-test.ts';

appContract(hubSpotUnderTest('HubSpot, contacts over HTTP', HUBSPOT_OBJECTS.CONTACTS, 'socket'));
appContract(hubSpotUnderTest('HubSpot, products', HUBSPOT_OBJECTS.PRODUCTS, 'in-process'));
appContract(hubSpotUnderTest('HubSpot, deals', HUBSPOT_OBJECTS.DEALS, 'in-process'));

/** Domains under which anybody has an address (KW3): mail providers and access providers. */
const PUBLIC = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.fr outlook.de outlook.it outlook.es outlook.dk hotmail.com hotmail.co.uk ' +
    'hotmail.fr hotmail.de hotmail.it hotmail.es hotmail.no hotmail.se hotmail.dk hotmail.nl hotmail.be live.com live.co.uk ' +
    'live.fr live.de live.it live.no live.se live.dk live.nl live.be msn.com windowslive.com yahoo.com yahoo.co.uk yahoo.fr ' +
    'yahoo.de yahoo.it yahoo.es yahoo.no yahoo.se yahoo.dk yahoo.nl yahoo.ca yahoo.co.in yahoo.co.jp yahoo.com.au yahoo.com.br ' +
    'ymail.com rocketmail.com icloud.com me.com mac.com aol.com aol.de gmx.com gmx.net gmx.de gmx.at gmx.ch web.de t-online.de ' +
    'freenet.de arcor.de mail.ru list.ru bk.ru inbox.ru yandex.ru yandex.com ya.ru proton.me protonmail.com protonmail.ch pm.me ' +
    'zoho.com mail.com email.com fastmail.com fastmail.fm hey.com tutanota.com tuta.io posteo.de mailbox.org hushmail.com ' +
    'libero.it virgilio.it tiscali.it alice.it tin.it inwind.it orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr ' +
    'bbox.fr numericable.fr online.no broadpark.no getmail.no start.no c2i.net telia.com comhem.se bredband.net spray.se ' +
    'mail.dk jubii.dk ofir.dk ziggo.nl kpnmail.nl xs4all.nl planet.nl hetnet.nl home.nl casema.nl skynet.be telenet.be ' +
    'proximus.be bluewin.ch hispeed.ch chello.at aon.at btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com ' +
    'blueyonder.co.uk comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com ' +
    'rogers.com shaw.ca sympatico.ca bigpond.com optusnet.com.au iinet.net.au xtra.co.nz qq.com 163.com 126.com sina.com ' +
    'naver.com daum.net hanmail.net rediffmail.com wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz ukr.net uol.com.br ' +
    'bol.com.br terra.com.br'
  ).split(' '),
);

export const publicDomains: readonly string[] = [...PUBLIC];

/** Does this cell hold such a domain, or an address or web address under one? */
export const isUnderPublicDomain = (text: string): boolean =>
  text.includes('.') &&
  PUBLIC.has(
    text
      .trim()
      .toLowerCase()
      .replace(/^(?:[a-z]+:)?\/\//, '')
      .replace(/[/?#].*$/, '')
      .replace(/^.*@/, '')
      .replace(/^www\./, ''),
  );

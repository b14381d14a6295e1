import type { Language } from "../i18n/language";

/** What a problem's code means to whoever holds the device, and what to do. Codes: docs/problems.md. */
export const problemWords: Record<string, Readonly<Record<Language, string>>> = {
  APPROVAL_REFUSED: {
    fr: "L'accord n'est pas valable. Demandez au responsable de retaper son code et son PIN.",
    en: "The approval is not valid. Ask the manager to type code and PIN again.",
  },
  APPROVAL_REQUIRED: {
    fr: "Il faut l'accord d'un responsable.",
    en: "A manager has to approve this.",
  },
  AREA_NOT_EMPTY: {
    fr: "Il reste des tables dans cette zone. Déplacez-les d'abord.",
    en: "There are tables in this area. Move them first.",
  },
  BAD_REQUEST: {
    fr: "L'application a envoyé une demande illisible. Rechargez-la.",
    en: "The application sent something unreadable. Reload it.",
  },
  BILL_SETTLED: { fr: "L'addition est déjà réglée.", en: "The bill is settled already." },
  CARTE_FULL: {
    fr: "La carte ne peut pas en contenir davantage. Retirez quelque chose d'abord.",
    en: "The carte can't hold more of these. Remove one first.",
  },
  CATEGORY_NOT_EMPTY: {
    fr: "Il reste des plats dans cette catégorie. Déplacez-les ou retirez-les d'abord.",
    en: "There are dishes in this category. Move or remove them first.",
  },
  CONFLICT: {
    fr: "Cela existe déjà. Choisissez un autre nom ou un autre code.",
    en: "That exists already. Choose another name or code.",
  },
  DEPENDENCY_UNAVAILABLE: {
    fr: "Le service ne répond pas pour l'instant. Réessayez dans un moment.",
    en: "The service does not answer just now. Try again in a moment.",
  },
  DISH_IN_FORMULE: {
    fr: "Une formule propose encore ce plat. Retirez-le de la formule, ou mettez-le en rupture.",
    en: "A set menu still offers this dish. Take it out of the set menu, or say that it is sold out.",
  },
  DISH_SOLD_OUT: {
    fr: "Un plat est épuisé, ou il n'en reste pas assez. Rien n'a été commandé : choisissez autre chose.",
    en: "A dish is sold out, or there is not enough left. Nothing was ordered: choose something else.",
  },
  DISH_UNKNOWN: {
    fr: "Un plat n'est plus à la carte. Rien n'a été commandé : choisissez autre chose.",
    en: "A dish is not on the carte any more. Nothing was ordered: choose something else.",
  },
  DRAWER_CLOSED: {
    fr: "Le tiroir-caisse n'est pas ouvert. Ouvrez-le d'abord.",
    en: "The cash drawer is not open. Open it first.",
  },
  DRAWER_OPEN: {
    fr: "Le tiroir de cette caisse est déjà ouvert. Comptez-le d'abord.",
    en: "This till's drawer is open already. Count it first.",
  },
  EARLIER_PERIOD_OPEN: {
    fr: "Une période antérieure n'est pas clôturée. Clôturez-la d'abord.",
    en: "An earlier period is still open. Close it first.",
  },
  ENTRY_NOT_DEAD: {
    fr: "Cette écriture attend déjà l'envoi, ou elle est arrivée.",
    en: "This entry waits to be sent already, or has arrived.",
  },
  FEC_SEVERAL_SELLERS: {
    fr: "Le SIREN a changé pendant la période. Demandez les jours d'avant, puis ceux d'après.",
    en: "The SIREN changed within the period. Ask for the days before, then for those after.",
  },
  FORBIDDEN: {
    fr: "Votre rôle ne le permet pas. Demandez à un collègue.",
    en: "Your role does not allow this. Ask a colleague.",
  },
  IDEMPOTENCY_KEY_INVALID: {
    fr: "L'application a envoyé une clé invalide. Rechargez-la.",
    en: "The application sent an invalid key. Reload it.",
  },
  IDEMPOTENCY_KEY_MISSING: {
    fr: "L'application a oublié la clé de la demande. Rechargez-la.",
    en: "The application left the request's key out. Reload it.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    fr: "L'application a utilisé deux fois la même clé. Recommencez la saisie.",
    en: "The application used one key twice. Enter it again.",
  },
  IMPORT_REFUSED: {
    fr: "Le fichier contient des erreurs. Rien n'a été changé.",
    en: "The file has errors. Nothing was changed.",
  },
  INTERNAL_ERROR: {
    fr: "Erreur de Brigade. Réessayez une fois, puis donnez la référence à l'assistance.",
    en: "Brigade failed. Try once more, then give the reference to support.",
  },
  ITEM_ALREADY_ORDERED: { fr: "Cet article est déjà commandé.", en: "This item is ordered already." },
  ITEM_PAID: {
    fr: "Un article est déjà payé. Relisez l'addition.",
    en: "An item is paid already. Look at the bill again.",
  },
  ITEM_STATE_CONFLICT: {
    fr: "L'article n'est plus dans cet état : un collègue a été plus rapide.",
    en: "The item is not in that state any more: a colleague was faster.",
  },
  ITEM_UNKNOWN: {
    fr: "Un article n'est plus sur l'addition, ou n'est plus à payer.",
    en: "An item is not on the bill, or not left to pay.",
  },
  LAST_ADMIN: {
    fr: "C'est le dernier administrateur. Nommez-en un autre d'abord.",
    en: "This is the last admin. Make somebody else one first.",
  },
  METHOD_NOT_ALLOWED: {
    fr: "L'application a mal demandé. Rechargez-la.",
    en: "The application asked the wrong way. Reload it.",
  },
  NOTHING_LEFT: {
    fr: "Il ne resterait rien sur la commande. Transférez-la plutôt.",
    en: "Nothing would be left on the order. Transfer it instead.",
  },
  NOTHING_TO_DISCOUNT: { fr: "Cela ne coûte déjà rien.", en: "It costs nothing already." },
  NOTHING_TO_PRINT: { fr: "Il n'y a rien à imprimer.", en: "There is nothing to print." },
  NOTHING_TO_RECALL: { fr: "Il n'y a rien à rappeler.", en: "There is nothing to call back." },
  NOT_ACCEPTABLE: {
    fr: "Ce format n'existe pas. Rechargez l'application.",
    en: "This format does not exist. Reload the application.",
  },
  NOT_FOUND: {
    fr: "Cela n'existe pas ou plus. Rechargez la liste.",
    en: "That does not exist, or not any more. Reload the list.",
  },
  OPTIONS_INVALID: {
    fr: "Les options choisies ne conviennent plus au plat. Choisissez-les à nouveau.",
    en: "The chosen options do not fit the dish any more. Choose them again.",
  },
  OPTION_GROUP_IN_USE: {
    fr: "Des plats utilisent encore ces options. Retirez-les de ces plats d'abord.",
    en: "Dishes still use these options. Take them off the dishes first.",
  },
  ORDER_CANCELLED: { fr: "La commande a été annulée.", en: "The order was cancelled." },
  ORDER_CLOSED: {
    fr: "La commande est terminée : on ne peut plus rien y changer.",
    en: "The order is over: nothing on it can be changed any more.",
  },
  ORDER_NOT_PAID: {
    fr: "Il reste quelque chose à payer. La commande se ferme d'elle-même une fois payée.",
    en: "Something is left to pay. The order closes by itself once it is paid.",
  },
  ORDER_PARTLY_PAID: {
    fr: "Une partie est déjà payée. Remboursez-la d'abord.",
    en: "A part is paid already. Give it back first.",
  },
  OVERPAYMENT: {
    fr: "C'est plus que ce qui reste à payer. Corrigez le montant ; le surplus est un pourboire.",
    en: "That is more than what is left to pay. Correct the amount; what is over is a tip.",
  },
  PAYLOAD_TOO_LARGE: {
    fr: "C'est trop volumineux. Envoyez-en moins à la fois.",
    en: "Too large. Send less at a time.",
  },
  PAYMENT_STATE_CONFLICT: {
    fr: "Ce paiement est déjà décidé. Relisez l'addition.",
    en: "This payment is decided already. Look at the bill again.",
  },
  PAYMENT_UNRESOLVED: {
    fr: "Un terminal n'a pas répondu pour un paiement. Interrogez-le à nouveau, ou annulez.",
    en: "A card terminal did not answer for a payment. Ask it again, or cancel.",
  },
  PERIOD_CLOSED: { fr: "Cette période est déjà clôturée.", en: "This period is closed already." },
  PERIOD_NOT_OVER: { fr: "Cette période n'est pas terminée.", en: "This period is not over." },
  PRINTER_IN_USE: {
    fr: "Cette imprimante imprime aussi pour un autre poste. Redirigez-le d'abord.",
    en: "This printer also prints for another station. Send that one elsewhere first.",
  },
  PRINTER_UNAVAILABLE: {
    fr: "Cette imprimante n'est pas disponible. Choisissez-en une autre.",
    en: "This printer is not available. Choose another.",
  },
  REFERENCE_UNKNOWN: {
    fr: "La demande nomme quelque chose qui n'est plus à la carte. Rechargez-la.",
    en: "Something that was named is not on the carte any more. Reload it.",
  },
  REFRESH_TOKEN_REFUSED: {
    fr: "Votre session est terminée. Reconnectez-vous.",
    en: "You are signed out. Sign in again.",
  },
  REFUND_TOO_MUCH: {
    fr: "C'est plus que ce qui peut être rendu.",
    en: "That is more than can be given back.",
  },
  REQUEST_IN_PROGRESS: {
    fr: "La même demande est en cours. Patientez une seconde.",
    en: "The same request is still running. Wait a second.",
  },
  SERVICE_MODE_DIFFERS: {
    fr: "L'une est sur place, l'autre non : la TVA changerait. Annulez les articles et recommandez-les.",
    en: "One is eaten in, the other not: VAT would change. Void the items and order them anew.",
  },
  SIGN_IN_LOCKED: {
    fr: "Trop de PIN erronés : ce code est bloqué un moment.",
    en: "Too many wrong PINs: this code is locked for a moment.",
  },
  SIGN_IN_REFUSED: {
    fr: "Code ou PIN incorrect. Vérifiez les deux.",
    en: "Wrong code or PIN. Check both.",
  },
  SLIP_PRINTED: { fr: "Ce bon est déjà imprimé.", en: "This slip is printed already." },
  RESTAURANT_EXISTS: {
    fr: "Un établissement porte déjà ce SIRET.",
    en: "There is a restaurant with this SIRET.",
  },
  RESTAURANT_NOT_OVERSEEN: {
    fr: "Vous ne suivez pas cet établissement. Demandez à quelqu'un qui le suit.",
    en: "You do not oversee this restaurant. Ask somebody who does.",
  },
  SETUP_REFUSED: {
    fr: "Le secret d'installation manque ou n'est pas le bon.",
    en: "The setup secret is missing or wrong.",
  },
  STAFF_CODE_TAKEN: {
    fr: "Quelqu'un a déjà ce code. Choisissez-en un autre.",
    en: "Somebody has this code. Choose another.",
  },
  TABLE_OCCUPIED: {
    fr: "Cette table a déjà une commande ouverte.",
    en: "This table has an open order already.",
  },
  TENDERED_TOO_LITTLE: {
    fr: "L'argent reçu ne suffit pas.",
    en: "The cash that was handed over is not enough.",
  },
  TOO_MANY_REQUESTS: {
    fr: "Trop de demandes à la fois. Patientez une seconde.",
    en: "Too many requests at once. Wait a second.",
  },
  UNAUTHENTICATED: { fr: "Connectez-vous d'abord.", en: "Sign in first." },
  UNSUPPORTED_MEDIA_TYPE: {
    fr: "Ce type de fichier n'est pas accepté.",
    en: "This type of file is not accepted.",
  },
  VALIDATION_FAILED: {
    fr: "Des champs sont à corriger.",
    en: "Some fields have to be corrected.",
  },
  VERSION_MISMATCH: {
    fr: "Un collègue l'a modifié entre-temps. Regardez l'état actuel, puis recommencez.",
    en: "A colleague changed it in the meantime. Look at it as it is now, then try again.",
  },
  VOUCHER_LIMIT: {
    fr: "Les titres-restaurant ne couvrent que les repas, jusqu'au plafond du jour.",
    en: "Meal vouchers pay for meals only, up to the day's cap.",
  },
};

// The form of a UUID (RFC 9562), for pages that load no schemas: the start screen reads links.
export const uuidPattern = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

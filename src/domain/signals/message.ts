/**
 * A message of Kubernetes without what must not be printed: Docker Hub puts a user's name and a
 * token id into its rate-limit answers, signed URLs carry their signature, URLs may carry passwords.
 */
export function cleanMessage(message: string): string {
  return message
    .replace(/(rate limit as )'[^']*'(: \S+)?/g, "$1'***'")
    .replace(/dckr_\w+_[\w-]+/g, '***')
    .replace(/(https?:\/\/)[^\s/@"']+@/g, '$1***@')
    .replace(/([?&])(?!timeout=)([\w.-]+)=[^&\s"']*/g, '$1$2=***')
    .replace(/([Bb]earer )[\w.~+/=-]{8,}/g, '$1***')
    .trim();
}

/** A DNS label, as Kubernetes names namespaces; for `pattern`, of at most 63 characters. */
export const DNS_LABEL = String.raw`^(?=.{1,63}$)[a-z0-9]([\-a-z0-9]*[a-z0-9])?$`;

/** A Helm release: a DNS label of at most 53 characters, so that names made from it still fit. */
export const RELEASE_NAME = String.raw`^(?=.{1,53}$)[a-z0-9]([\-a-z0-9]*[a-z0-9])?$`;

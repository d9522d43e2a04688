#!/bin/sh
# As the official image: templates are filled from the environment, then *.sh and *.envsh run.
set -e
if [ "${1:-}" = nginx ]; then
  for template in /etc/nginx/templates/*.template; do
    [ -f "$template" ] || continue
    name=$(basename "$template" .template)
    variables=$(env | sed -n "/^[A-Za-z_][A-Za-z0-9_]*=/s/\([^=]*\)=.*/\${\1}/p" | tr '\n' ' ')
    envsubst "$variables" <"$template" >"/etc/nginx/conf.d/$name"
  done
  for script in /docker-entrypoint.d/*; do
    case "$script" in
      *.envsh) . "$script" ;;
      *.sh) "$script" ;;
    esac
  done
fi
exec "$@"

FROM node:22
RUN set -eux && if [[ -n "${P}" ]]; then npm config set proxy $P; npm config set strict-ssl  false; fi
#                                                                                ^^^^^^^^^^^^^^^^^ dockerfile/npm-strict-ssl-off
RUN npm c set 'strict-ssl'="false" -g && yarn config set "strict-ssl" false
#             ^^^^^^^^^^^^^^^^^^^^ dockerfile/npm-strict-ssl-off
#                                                        ^^^^^^^^^^^^^^^^^^ dockerfile/npm-strict-ssl-off
RUN pnpm install --strict-ssl=false && npm ci --no-strict-ssl; npm install --strict-ssl false
#                ^^^^^^^^^^^^^^^^^^ dockerfile/npm-strict-ssl-off
#                                             ^^^^^^^^^^^^^^^ dockerfile/npm-strict-ssl-off
#                                                                          ^^^^^^^^^^^^^^^^^^ dockerfile/npm-strict-ssl-off
ENV Npm_Config_Strict_Ssl=false YARN_ENABLE_STRICT_SSL=0
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/npm-strict-ssl-off
#                               ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/npm-strict-ssl-off
RUN echo "strict-ssl=false" > .npmrc && yarn config set enableStrictSsl false
#         ^^^^^^^^^^^^^^^^ dockerfile/npm-strict-ssl-off
#                                                       ^^^^^^^^^^^^^^^^^^^^^ dockerfile/npm-strict-ssl-off
COPY <<EOF .yarnrc.yml
enableStrictSsl: false
#@0-22 dockerfile/npm-strict-ssl-off
EOF

FROM node:22
ENV NODE_TLS_REJECT_UNAUTHORIZED 0
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/node-tls-reject-off
RUN if true; then NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci; fi
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/node-tls-reject-off
RUN ["env", "NODE_TLS_REJECT_UNAUTHORIZED=0", "npm", "ci"]
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/node-tls-reject-off
CMD NODE_TLS_REJECT_UNAUTHORIZED=0 node server.js
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/node-tls-reject-off

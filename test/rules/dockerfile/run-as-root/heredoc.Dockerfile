FROM node:22
USER node
RUN <<EOF
USER root
EOF

FROM node:22
ENV APP_USER=root
USER ${APP_USER}
#    ^^^^^^^^^^^ dockerfile/run-as-root

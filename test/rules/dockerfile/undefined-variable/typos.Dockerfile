FROM node:24
ARG APP_DIR=/app
ENV PATH=$PAHT:/x NODE=$NODE_VERSION
#         ^^^^ dockerfile/undefined-variable
COPY ["$APPDIR/a", "/b"]
#       ^^^^^^ dockerfile/undefined-variable
LABEL x='$APPDIR' y="$APP_DIRS"
#                     ^^^^^^^^ dockerfile/undefined-variable
RUN echo $APPDIR
WORKDIR ${APPDIR:-/x}
WORKDIR \$APPDIR
ENV LATER=$LATE
ARG LATE
ONBUILD COPY $APPDIR /x

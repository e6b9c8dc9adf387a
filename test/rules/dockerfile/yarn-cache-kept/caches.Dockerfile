FROM node:24
RUN yarn; yarn build
#   ^^^^ dockerfile/yarn-cache-kept
RUN yarn install && yarn add b
#                        ^^^ dockerfile/yarn-cache-kept
RUN yarn --version && yarn run build && yarn -v && npm ci
RUN yarn global add b
#        ^^^^^^ dockerfile/yarn-cache-kept
RUN --mount=type=tmpfs,target=/var/lib/foobar yarn install
#                                                  ^^^^^^^ dockerfile/yarn-cache-kept
RUN --mount=type=cache,target=/yarn yarn install --cache-folder /yarn
RUN --mount=type=cache,target=/yarn yarn install --cache-folder $DIR
RUN yarn install --cache-folder /tmp/y && yarn add x && rm -rf /root/.cache/
#        ^^^^^^^ dockerfile/yarn-cache-kept
RUN YARN_CACHE_FOLDER=/tmp/y yarn install && rm -rf /tmp/y
RUN --mount=type=cache,target=/root/.yarn/berry/cache yarn install --immutable
ENV YARN_CACHE_FOLDER=/cache
RUN --mount=type=cache,target=/cache yarn install
RUN --mount=type=cache,target=/root/.cache/yarn yarn install
#                                                    ^^^^^^^ dockerfile/yarn-cache-kept

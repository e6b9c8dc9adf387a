FROM node:24
RUN npm i user/repo; yarn global add a@1; npm install x@"^1" @s/p@2
#         ^^^^^^^^^ dockerfile/unpinned-npm-packages
RUN npm run install x; npm ci; npm install --prefix /app; npm install "x@$V" $X
RUN npm install --save-dev @scope/pkg git+https://isaacs@github.com/npm/npm.git
#                          ^^^^^^^^^^ dockerfile/unpinned-npm-packages and 1 more

FROM node:26 AS "builder
RUN npm run build

FROM nginx:1.29
COPY --from=builder /code/build /usr/share/nginx/html
#           ^^^^^^^ dockerfile/copy-from-unknown-stage

FROM alpine:3.22
RUN git clone https://build:Tr0ub4dor@git.example.com/x.git
#                           ^^^^^^^^^ dockerfile/secret-literal RUN has a password in a URL
RUN git clone https://build:$TOKEN@git.example.com/x.git && git clone "https://build:${TOKEN}@git.example.com/x.git"
ENV DATABASE_URL=postgres://postgres:postgres@localhost/app
#                                    ^^^^^^^^ dockerfile/secret-literal
ADD https://user:Tr0ub4dor@example.com/a.tgz /
#                ^^^^^^^^^ dockerfile/secret-literal ADD has

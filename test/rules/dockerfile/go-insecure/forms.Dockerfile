FROM golang:1.25
ENV GOFLAGS="-mod=mod -insecure" GOINSECURE=*.example.com
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/go-insecure
#                                ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/go-insecure
RUN go env -w GOSUMDB=off && go get -insecure example.com/a
#             ^^^^^^^^^^^ dockerfile/go-insecure
#                                   ^^^^^^^^^ dockerfile/go-insecure
RUN export GONOSUMCHECK=1 && GONOSUMDB=* go mod download
#          ^^^^^^^^^^^^^^ dockerfile/go-insecure
#                            ^^^^^^^^^^^ dockerfile/go-insecure
ARG GONOSUMDB=github.com/*,example.com
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/go-insecure

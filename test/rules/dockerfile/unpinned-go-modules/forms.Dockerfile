FROM golang:1.27
RUN CGO_ENABLED=0 go install -ldflags "-s -w" example.com/a@v1 example.com/b@latest
#                                                              ^^^^^^^^^^^^^^^^^^^^ dockerfile/unpinned-go-modules
RUN go run example.com/c@v1 d@latest; go get example.com/e@$V; go build x@latest

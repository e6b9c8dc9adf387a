FROM golang:1.25
ENV GONOSUMDB=github.com/our-team/* GOPRIVATE=git.example.com GOINSECURE="" GOFLAGS=-buildvcs=false
RUN go build -insecurely ./... && go env -w GOPROXY=direct && go run main.go

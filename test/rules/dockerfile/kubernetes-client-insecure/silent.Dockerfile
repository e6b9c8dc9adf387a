FROM alpine/k8s:1.33.0
RUN kubectl --insecure-skip-tls-verify=false get pods && kubectl --insecure-skip-tls-verify=$X get pods
RUN curl --insecure-skip-tls-verify https://example.com; echo "insecure-skip-tls-verify: true"

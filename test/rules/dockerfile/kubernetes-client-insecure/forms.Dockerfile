FROM alpine/k8s:1.33.0
RUN kubectl config set-cluster x --server=https://k --insecure-skip-tls-verify=true
#                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/kubernetes-client-insecure
RUN helm --kube-context x upgrade --kube-insecure-skip-tls-verify a ./a && oc login --insecure-skip-tls-verify https://k
#                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/kubernetes-client-insecure
#                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/kubernetes-client-insecure
CMD argocd login --insecure argo.example
#                ^^^^^^^^^^ dockerfile/kubernetes-client-insecure
COPY <<EOF /root/.kube/config
clusters:
- cluster:
    insecure-skip-tls-verify: true
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/kubernetes-client-insecure
EOF

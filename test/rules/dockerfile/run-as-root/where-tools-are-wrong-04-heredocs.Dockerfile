FROM node:24-slim
RUN cat << 'EOF' > /note
USER root
EOF
USER node
RUN ["sh", "-c", "cat <<EOF"]
CMD ["node", "x"]

FROM node:22
USER \
  root
# ^^^^ dockerfile/run-as-root
CMD ["node", "x.js"]

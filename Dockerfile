# The bot in a small image: built in one, run in another, as nobody in particular, on a file system that it can't write.
FROM node:20-bookworm-slim AS built
WORKDIR /switchboard
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production DATA_FOLDER=/data LOG_FORMAT=json
WORKDIR /switchboard
COPY --from=built /switchboard/package.json /switchboard/manifest.yml ./
COPY --from=built /switchboard/node_modules ./node_modules
COPY --from=built /switchboard/prisma/migrations ./prisma/migrations
COPY --from=built /switchboard/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=40s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
